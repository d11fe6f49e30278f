import type { Line } from '../rehearse/rehearse.ts';

type Both = readonly [vi: string, en: string];

/** Everything the command line says: Vietnamese, then English. */
export const words = {
  help: ['Thao Trường – dòng lệnh: npm run cli -- <lệnh>', 'Thao Trường, command line: npm run cli -- <command>'],
  unknown: ['Không có lệnh “{name}”.', 'There is no command “{name}”.'],
  usage: ['Cách dùng: npm run cli -- {usage}', 'Usage: npm run cli -- {usage}'],
  refused: ['Bị từ chối: {code}{issues}', 'Refused: {code}{issues}'],

  'error.values': ['Giá trị không hợp lệ:{issues}', 'A value is not valid:{issues}'],
  'error.setting': [
    'Biến cấu hình có giá trị không dùng được: {what}',
    'A setting has a value that cannot be used: {what}',
  ],
  'error.not_durable': [
    'Cơ sở dữ liệu không ghi bền, mất điện sẽ mất dữ liệu đã xác nhận: {what}. Sửa cấu hình cơ sở dữ liệu rồi chạy lại.',
    'The database is not durable; a power cut would lose what it acknowledged: {what}. Mend its settings and run again.',
  ],
  'error.no_file': ['Không có tệp hoặc thư mục {what}.', 'There is no file or folder {what}.'],
  'error.folder': ['{what} là thư mục, không phải tệp.', 'This is a folder, not a file: {what}'],
  'error.exists': ['{what} đã có; không ghi đè.', 'This exists already; nothing is overwritten: {what}'],
  'error.rights': ['Không có quyền với {what}.', 'No permission for {what}.'],
  'error.damaged': [
    'Tệp cơ sở dữ liệu bị hỏng hoặc không phải cơ sở dữ liệu. Khôi phục từ bản sao lưu gần nhất (lệnh restore).',
    'The database file is damaged or is no database. Restore the last backup (command restore).',
  ],
  'error.no_database': ['Không mở được cơ sở dữ liệu: {what}', 'The database cannot be opened: {what}'],
  'error.sign_in': [
    'Máy chủ cơ sở dữ liệu không nhận tài khoản hoặc mật khẩu trong DATABASE_URL.',
    'The database server does not take the account or the password of DATABASE_URL.',
  ],
  'error.port': ['Cổng {what} đang được dùng. Đặt PORT khác.', 'Port {what} is in use. Set another PORT.'],
  'error.disk_full': ['Hết chỗ trên đĩa.', 'The disk is full.'],
  'error.unreachable': ['Không tới được nơi lưu dữ liệu: {what}', 'Where data is kept cannot be reached: {what}'],
  'error.unexpected': ['Có lỗi không lường trước: {what}', 'Something unforeseen went wrong: {what}'],

  'help.migrate': ['Nâng cấu trúc cơ sở dữ liệu lên bản mới nhất.', 'Bring the database schema to the newest version.'],
  'migrate.none': ['Cơ sở dữ liệu đã ở bản mới nhất.', 'The database is at the newest version already.'],
  'migrate.done': ['Đã áp dụng: {names}', 'Applied: {names}'],

  'help.verify': [
    'Kiểm tra tệp nhật ký đã xuất, không cần máy chủ; mã thoát 1 nếu tệp đã bị sửa. --key: khóa ký phải là khóa này.',
    'Check an exported log without a server; exit code 1 if it was changed. --key: the signing key must be this one.',
  ],
  'verify.ok': [
    'ĐÚNG. Nhật ký {stream}: {entries} mục, {withheld} mục ẩn nội dung ({redacted} mục đã xóa trắng), {checkpoints} mốc đã ký. Mã băm cuối {head}. Khóa ký {keys}.',
    'VALID. Log {stream}: {entries} entries, {withheld} with content withheld ({redacted} blanked for good), {checkpoints} signed checkpoints. Head {head}. Signed by {keys}.',
  ],
  'verify.fault': [
    'SAI. Tệp bị từ chối tại dòng {line}, mục {seq}: {reason} ({code}).',
    'INVALID. Refused at line {line}, entry {seq}: {reasonEn} ({code}).',
  ],
  'verify.other_key': [
    'SAI. Tệp do khóa {keys} ký, không phải {key}.',
    'INVALID. The file is signed by {keys}, not by {key}.',
  ],

  'help.replay': [
    'Dựng lại mọi dòng dữ liệu từ nhật ký trong một cơ sở dữ liệu mới rồi so sánh với dữ liệu đang dùng; mã thoát 1 nếu khác.',
    'Rebuild every row from the log in a fresh database and compare with the live rows; exit code 1 on a difference.',
  ],
  'replay.ok': [
    'ĐÚNG. Dựng lại từ {events} mục nhật ký, {tables} bảng khớp.',
    'VALID. Rebuilt from {events} log entries, {tables} tables agree.',
  ],
  'replay.excluded': [
    'Không dựng lại (nhật ký, bí mật, sổ việc của hệ thống): {names}',
    'Not rebuilt (the log, secrets, the kernel’s bookkeeping): {names}',
  ],
  'replay.fault': [
    'SAI. Bảng {table} khác với nhật ký.\n    đang dùng: {live}\n    từ nhật ký: {rebuilt}',
    'INVALID. Table {table} differs from the log (above: live row, row rebuilt from the log).',
  ],

  'help.backup': [
    'Sao lưu khi đang chạy vào thư mục mới, rồi khôi phục thử và kiểm tra. Mặc định: <DATA_DIR>/backups/<thời điểm>.',
    'Back up while running into a new folder, then restore it in a temporary place and check it. Default: <DATA_DIR>/backups/<time>.',
  ],
  'backup.done': [
    'Đã sao lưu vào {folder}: {parts} tệp, {bytes} byte.',
    'Backed up to {folder}: {parts} files, {bytes} bytes.',
  ],
  'backup.exists': ['Thư mục {folder} đã có; không ghi đè.', 'Folder {folder} exists; nothing is overwritten.'],
  'backup.no_tool': [
    'Thiếu chương trình {tool} (gói postgresql-client).',
    'Program {tool} is missing (package postgresql-client).',
  ],
  'backup.ok': [
    'ĐÚNG. Bản sao lưu khôi phục được: {streams} chuỗi nhật ký, {events} mục, {tables} bảng khớp, {files} tệp bằng chứng.',
    'VALID. The backup restores: {streams} log chains, {events} entries, {tables} tables agree, {files} evidence files.',
  ],
  'backup.fault': [
    'SAI. Bản sao lưu không dùng được: {code} {detail}',
    'INVALID. The backup is not usable: {code} {detail}',
  ],

  'help.restore': [
    'Kiểm tra bản sao lưu rồi khôi phục. --verify: chỉ kiểm tra. --replace: dữ liệu cũ được chuyển sang một bên, không xóa. Dừng máy chủ trước.',
    'Check a backup, then restore it. --verify: only check. --replace: the old data is moved aside, not deleted. Stop the server first.',
  ],
  'restore.done': ['Đã khôi phục vào {place}.', 'Restored to {place}.'],
  'restore.aside': ['Dữ liệu cũ ở {place}.', 'The old data is at {place}.'],
  'restore.occupied': [
    'Đã có dữ liệu tại {place}; không ghi đè. Dùng --replace để chuyển dữ liệu cũ sang một bên.',
    'There is data at {place}; nothing is overwritten. Use --replace to move the old data aside.',
  ],
  'restore.dialect': [
    'Bản sao lưu là {backup}, nơi khôi phục là {place}.',
    'The backup is {backup}, the place to restore to is {place}.',
  ],

  'help.doctor': [
    'Kiểm tra máy: Node, độ bền ghi, đồng hồ, dung lượng đĩa, chuỗi nhật ký, bản sao lưu gần nhất.',
    'Check the machine: Node, durability, clock, disk space, log chains, last backup.',
  ],
  'user.organisation': [
    'Vai {role} cần --organisation ID (một cơ quan) hoặc --organisation "*" (mọi cơ quan).',
    'Role {role} needs --organisation ID (one organisation) or --organisation "*" (all of them).',
  ],
  'doctor.good': ['✓ {what}: {value}', '{whatEn}: {value}'],
  'doctor.bad': ['✗ {what}: {value}', '{whatEn}: {value}'],

  'help.export': [
    'Xuất nhật ký ra tệp NDJSON có ký: diễn tập (drill:ID), sự cố của một đơn vị (incident:ID), system, registry.',
    'Export a log to a signed NDJSON file: a drill (drill:ID), the incidents of an organisation (incident:ID), system, registry.',
  ],
  'export.none': ['Không có nhật ký {stream}. Các nhật ký: {streams}', 'There is no log {stream}. Logs: {streams}'],
  'export.done': ['Đã xuất {stream} vào {file}.', 'Exported {stream} to {file}.'],

  'help.seed': [
    'Nạp tỉnh mẫu Vĩnh Long (mẫu) vào hệ thống còn trống: cơ quan, hệ thống thông tin, người, vai. Không dùng cho dữ liệu thật.',
    'Enter the sample province into an empty installation: organisations, systems, people, roles. Not for real data.',
  ],
  'seed.occupied': [
    'Hệ thống đã có tài khoản; chỉ nạp dữ liệu mẫu vào hệ thống trống.',
    'There are accounts already; the sample goes into an empty installation only.',
  ],
  'seed.done': [
    'Đã nạp {organisations} cơ quan, {systems} hệ thống, {accounts} tài khoản (chưa có mật khẩu; dùng lệnh user reset).',
    'Entered {organisations} organisations, {systems} systems, {accounts} accounts (no passwords yet; use user reset).',
  ],

  'help.user': [
    'Tài khoản: liệt kê, tạo (in mật khẩu tạm một lần), cấp lại mật khẩu, khóa. Vai: admin, organiser, officer, staff, head, leader.',
    'Accounts: list, create (prints a temporary password once), new password, disable. Roles as named.',
  ],
  'user.line': ['{login} · {name} · {roles} · đang dùng', 'enabled'],
  'user.disabled_line': ['{login} · {name} · {roles} · đã khóa', 'disabled'],
  'user.password': [
    'Tài khoản {login}, mật khẩu tạm: {password} (phải đổi ở lần đăng nhập đầu).',
    'Account {login}, temporary password: {password} (to be changed at the first sign-in).',
  ],
  'user.disabled': ['Đã khóa tài khoản {login}.', 'Account {login} is disabled.'],

  'help.scenario': [
    'Kịch bản: kiểm tra một thư mục (lỗi theo tệp, dòng, cột), liệt kê thư viện, in lược đồ JSON.',
    'Scenarios: check a folder (faults by file, line, column), list the library, print the JSON Schema.',
  ],
  'scenario.none': ['Không có thư mục {dir}.', 'There is no folder {dir}.'],
  'scenario.sound': ['Kịch bản hợp lệ: {title}. Phiên bản {hash}.', 'The scenario is sound. Version {hash}.'],
  'scenario.fault': ['{file}:{line}:{column}  {vi}', '{en}'],
  'scenario.faulty': ['Kịch bản có {count} lỗi.', 'The scenario has {count} faults.'],
  'scenario.line': ['{id} · {vi} · {hash}', '{en}'],

  'help.rehearse': [
    'Dựng lại một cuộc diễn tập có thật từ số liệu đã công bố, qua API, từ kế hoạch đến giải thưởng; đối chiếu kết quả với số liệu.',
    'Play a real exercise again from its published facts, through the API, from plan to prizes; compare the outcome with the facts.',
  ],
  'rehearse.unknown': [
    'Không có cuộc diễn tập “{name}”. Hiện có: {names}',
    'There is no exercise “{name}”. There are: {names}',
  ],
  'rehearse.begin': ['{name}\n    Nguồn: {source}\n    {notice}', 'Playing… (names, hosts and texts are invented)'],
  'rehearse.good': ['✓ {label}: {found} (công bố: {expected})', '{labelEn}: {found} (expected: {expected})'],
  'rehearse.bad': ['✗ {label}: {found} (công bố: {expected})', '{labelEn}: {found} (expected: {expected})'],
  'rehearse.end': [
    'Bảng điểm, tệp kết quả và nhật ký ở {folder} ({seconds} giây).',
    'Board, results file and log are in {folder} ({seconds} s).',
  ],

  'help.openapi': ['In mô tả API (OpenAPI 3.1).', 'Print the API document (OpenAPI 3.1).'],
  'help.matrix': [
    'In ma trận phân quyền: thao tác, vai, giai đoạn.',
    'Print the authorisation matrix: operations, roles, phases.',
  ],
} as const satisfies Record<string, Both>;

export type Words = typeof words;

/** Why an exported log is refused. */
export const faultWords: Record<string, Both> = {
  not_utf8: ['có byte không phải văn bản UTF-8', 'bytes that are not UTF-8 text'],
  not_canonical: ['dòng không đúng dạng chuẩn', 'the line is not in its canonical form'],
  header: ['dòng đầu không đúng', 'the header line is wrong'],
  entry: ['mục không đúng dạng', 'the entry has the wrong shape'],
  stream: ['mục của nhật ký khác', 'an entry of another log'],
  gap: ['số thứ tự không liên tục (thiếu, thừa hoặc đổi chỗ)', 'numbers do not follow on (missing, added or swapped)'],
  time: ['thời gian đi lùi', 'time goes backwards'],
  prev: ['không nối vào mục trước', 'does not continue the entry before'],
  hash: ['mã băm không khớp', 'the hash does not match'],
  digest: ['nội dung không khớp mã tóm lược', 'the content does not match its digest'],
  key: ['khóa không khớp mã khóa', 'a key does not match its id'],
  checkpoint_order: ['các mốc không theo thứ tự', 'checkpoints out of order'],
  checkpoint_hash: ['lịch sử khác với mốc đã ký', 'history differs from a signed checkpoint'],
  checkpoint_signature: ['chữ ký của mốc không đúng', 'the signature of a checkpoint is wrong'],
  cut: ['tệp bị cắt cụt', 'the file was cut short'],
  seal: ['niêm phong cuối tệp không đúng', 'the seal at the end is wrong'],
  after_seal: ['có thêm nội dung sau niêm phong', 'there is more after the seal'],
  head: ['đầu chuỗi khác với mục cuối', 'the head differs from the last entry'],
};

/** What a rehearsal compares. */
export const rehearsalWords: Record<Line['what'], Both> = {
  recognised: ['Phát hiện được công nhận', 'Recognised findings'],
  critical: ['Mức nghiêm trọng', 'Critical'],
  high: ['Mức cao', 'High'],
  experts: ['Chuyên gia tham gia', 'Experts taking part'],
  hours: ['Số giờ', 'Hours'],
  targets: ['Số hệ thống', 'Systems'],
  fixed: ['Đã khắc phục và kiểm tra lại', 'Fixed and tested again'],
  verify: ['Nhật ký xuất ra: kiểm tra', 'Exported log: verified'],
  flipped: ['Nhật ký bị đổi một bit: phải bị từ chối', 'Log with one bit changed: must be refused'],
  replay: ['Dựng lại dữ liệu từ nhật ký', 'Rows rebuilt from the log'],
};

/** What the doctor looks at. */
export const checkWords: Record<string, Both> = {
  node: ['Node.js', 'Node.js'],
  database: ['Cơ sở dữ liệu', 'Database'],
  durable: [
    'Ghi bền (không mất dữ liệu đã xác nhận khi mất điện)',
    'Durable writes (nothing acknowledged is lost in a power cut)',
  ],
  integrity: ['Tính toàn vẹn', 'Integrity'],
  migrations: ['Cấu trúc dữ liệu', 'Schema'],
  private: ['Chỉ tài khoản máy chủ đọc được', 'Only the server’s own account can read'],
  clock: ['Đồng hồ (giờ Việt Nam)', 'Clock (Vietnam time)'],
  disk: ['Dung lượng đĩa còn trống', 'Free disk space'],
  chains: ['Chuỗi nhật ký', 'Log chains'],
  backup: ['Bản sao lưu gần nhất', 'Last backup'],
};
