export declare function addressOf(text: string): string;
