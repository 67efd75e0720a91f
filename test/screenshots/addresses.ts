export const CHAT = '/r/machine-learning';
export const TOPIC = '/r/machine-learning/p/zhongwen-recall-drops-after-checkpoint-7';
