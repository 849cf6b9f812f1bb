export default {
  lead: '由统计数字写成的通报，可以下载 Word 修改后印发。',
  kind: '通报种类',
  work: '根治欠薪工作通报',
  quality: '数据报送情况通报',
  word: '下载 Word',
  pdf: '下载 PDF',
};
