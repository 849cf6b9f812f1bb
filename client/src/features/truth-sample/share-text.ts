/** 8182 basis points as people say it: 81.8%. */
export const shareText = (basisPoints: number): string => `${(basisPoints / 100).toFixed(1)}%`;
