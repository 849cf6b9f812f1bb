export default {
  lead: 'A bulletin written from the figures, in Chinese; download it in Word and edit it.',
  kind: 'Kind',
  work: 'Work on wage arrears',
  quality: 'Data filed by companies',
  word: 'Download Word',
  pdf: 'Download PDF',
};
