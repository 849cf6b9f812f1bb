/** Every page and part of a group complaint on the phone, in one piece: fetched with the first of them. */
export { default as GroupEntry } from './group-entry.vue';
export { default as JoinGroupView } from './join-group-view.vue';
export { default as MembershipActView } from './membership-act-view.vue';
export { default as MembershipView } from './membership-view.vue';
export { default as MyGroupView } from './my-group-view.vue';
export { default as MyMemberships } from './my-memberships.vue';
