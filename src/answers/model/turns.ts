/** Words that turn what a sentence says: that deny, end, limit, set a condition, or tell of what is only planned. */
const TURNS: readonly RegExp[] = [
  /[没无未不非勿莫]|否/g,
  /禁止|取消|停止|拒绝|暂停|废止|撤销|防止|避免|减少|下降|降低/g,
  /只|仅|除|若|如果|凡是|一旦|限于|限制|尚|才/g,
  /将|拟|计划|规划|预计|力争|争取|目标|打算|建议|要|应|须|可|能/g,
  /近|约|超|逾|不足|至少|最多|以上|以下|左右|全部|所有|部分|大多|多数|少数/g,
  /\b(?:no|not|never|none|nor|neither|without|cannot|nothing|nobody)\b|n't\b/g,
  /\b(?:only|unless|except|if|until|still|yet|other than)\b/g,
  /\b(?:will|would|shall|should|must|may|might|can|could|plans?|planned|aims?|aimed|expects?|expected|intends?)\b/g,
  /\b(?:nearly|almost|about|over|under|more|less|fewer|least|most|all|some|every)\b/g,
];
const DENIALS = [TURNS[0], TURNS[1], TURNS[5]].filter((it) => it !== undefined);
/** Names that hold such a character and turn nothing. */
const NAMES =
  /首都|非公|能力|能量|功能|职能|智能|技能|节能|能手|主要|重要|要求|会员|协会|应急|响应|首要|要素/g;

const countsOf = (plain: string, turns: readonly RegExp[]): number[] => {
  const text = plain.replace(NAMES, ' ');
  return turns.map((it) => text.match(it)?.length ?? 0);
};
const isEqual = (one: readonly number[], other: readonly number[]): boolean =>
  one.every((it, at) => it === other[at]);

/** Whether two plain texts deny, limit and foresee equally often. */
export const turnsAlike = (one: string, other: string): boolean =>
  isEqual(countsOf(one, TURNS), countsOf(other, TURNS));

/** Whether two plain texts deny equally often. */
export const deniesAlike = (one: string, other: string): boolean =>
  isEqual(countsOf(one, DENIALS), countsOf(other, DENIALS));
