/** Said by the bot wherever it is. */
export const common = {
  name: '工友',
  fault: ({ reference }: { reference: string }) =>
    `出了点问题，什么都没有改动。请稍后再试；如果还不行，请把编号 ${reference} 告诉管理员。`,
  storeAway: '暂时存不了数据，什么都没有改动。请过一会儿再试。',
  storeUncertain: '刚才存数据时断了线，不确定有没有存上。请过一会儿看一眼再决定要不要重试。',
};
