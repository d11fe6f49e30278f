export { findDrillByBoardCode as findKioskDrill } from '../drills/board-code.ts';
