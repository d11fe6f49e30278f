import type { RefusalCode } from '#api/domain/refusal.ts';

type Params = Record<string, string | number | readonly string[]>;

/** The words of every refusal: what happened, and what to do. `network` is said when no answer came. */
export const problem = {
  network: () => 'Không kết nối được với máy chủ. Nội dung vẫn được giữ.',
  // the request itself
  'request.invalid': () => 'Nội dung gửi chưa hợp lệ. Kiểm tra các ô được đánh dấu.',
  'request.json': () => 'Nội dung gửi không đọc được. Tải lại trang rồi thử lại.',
  'request.too_large': () => 'Nội dung gửi quá lớn. Giảm dung lượng rồi gửi lại.',
  'request.media_type': () => 'Loại nội dung này không được nhận.',
  'request.cross_site': () => 'Yêu cầu đến từ trang khác nên bị từ chối. Mở lại trang này rồi thử lại.',
  'request.rate_limited': () => 'Quá nhiều yêu cầu trong thời gian ngắn. Chờ một lát rồi thử lại.',
  'request.method': () => 'Thao tác này không được hỗ trợ.',
  'idempotency.required': () => 'Yêu cầu thiếu mã chống gửi lặp. Tải lại trang rồi thử lại.',
  'idempotency.reused': () => 'Nội dung đã thay đổi sau lần gửi trước. Tải lại trang để xem kết quả lần trước.',
  not_found: () => 'Không tìm thấy nội dung, hoặc nội dung không dành cho vai trò đang dùng.',
  forbidden: () => 'Vai trò đang dùng không được làm việc này.',
  'conflict.stale': () => 'Nội dung đã được người khác thay đổi. Tải lại để xem bản mới trước khi sửa tiếp.',
  'server.error': () => 'Hệ thống gặp lỗi. Lỗi đã được ghi lại; thử lại sau ít phút.',
  'server.unavailable': () => 'Hệ thống đang bận hoặc đang bảo trì. Thử lại sau ít phút.',
  // identity
  'session.required': () => 'Phiên làm việc đã hết. Đăng nhập lại; nội dung đang nhập vẫn được giữ.',
  'session.step_up': () => 'Việc này cần xác nhận lại mật khẩu.',
  'session.credentials': () => 'Tên đăng nhập hoặc mật khẩu chưa đúng.',
  'session.password_must_change': () => 'Cần đổi mật khẩu trước khi làm việc khác.',
  'setup.done': () => 'Hệ thống đã được thiết lập. Đăng nhập bằng tài khoản đã có.',
  'setup.code': () => 'Mã thiết lập chưa đúng. Xem lại mã trên màn hình máy chủ.',
  'password.weak': () => 'Mật khẩu quá ngắn hoặc quá dễ đoán. Dùng một câu dài ít nhất 15 ký tự.',
  'password.wrong': () => 'Mật khẩu hiện tại chưa đúng.',
  'login.taken': () => 'Tên đăng nhập này đã có hoặc quá giống một tên đã có.',
  'invitation.invalid': () => 'Lời mời không còn hiệu lực. Đề nghị người quản trị gửi lại.',
  'account.self': () => 'Không thể tự làm việc này với tài khoản của chính mình.',
  'account.open': () => 'Tài khoản còn mở. Khóa tài khoản trước, rồi xóa thông tin cá nhân.',
  'account.erased': () => 'Thông tin cá nhân của tài khoản này đã xóa; không thao tác được nữa.',
  'account.last_admin': () => 'Phải còn ít nhất một người quản trị.',
  // drills
  'drill.wrong_phase': () => 'Giai đoạn hiện tại của cuộc diễn tập không cho phép việc này.',
  'drill.time_up': () => 'Thời gian diễn tập đã hết. Không thể tạm dừng hay kéo dài nữa.',
  'drill.extension': (p) => `Mỗi lần chỉ kéo dài từ 1 phút đến ${p['hours']} giờ.`,
  'drill.times': () =>
    'Thời gian chưa hợp lệ: thời điểm kết thúc phải sau thời điểm bắt đầu, các giai đoạn và thời điểm công bố mục tiêu phải nằm trong khoảng đó.',
  'drill.host': () => 'Không tìm thấy cơ quan tổ chức trong danh mục, hoặc cơ quan không thuộc phạm vi phụ trách.',
  'drill.scenario': () => 'Kịch bản không có trong thư viện hoặc có lỗi. Kiểm tra lại kịch bản.',
  'drill.rules_started': () => 'Bảng điểm không đổi được sau khi diễn tập đã bắt đầu.',
  'gate.by_member': () => 'Nội dung này do từng thành viên tự xác nhận, không ghi thay được.',
  'gate.unknown_line': () => 'Không có điều kiện này trong danh sách kiểm tra trước khi bắt đầu.',
  'gate.not_overridable': () =>
    'Điều kiện này không được bỏ qua: phải có quyết định và văn bản đồng ý của chủ quản hệ thống.',
  'gate.satisfied': () => 'Điều kiện này đã đạt, không cần bỏ qua.',
  'team.name_taken': (p) => `Tên này trùng hoặc quá giống tên đội “${p['name']}”.`,
  'team.unknown': () => 'Không tìm thấy đội này trong cuộc diễn tập.',
  'target.unknown': () => 'Có mục tiêu không thuộc cuộc diễn tập.',
  'target.listed': () => 'Hệ thống này đã có trong danh sách mục tiêu.',
  'target.system': () => 'Hệ thống này không có trong danh mục.',
  'inject.delivered': () => 'Tình huống này đã được chuyển đến đội được chọn.',
  'inject.unknown': () => 'Kịch bản không có tình huống này.',
  'inject.skipped': () => 'Tình huống này đã được bỏ qua.',
  'inject.recall_late': (p) =>
    `Tình huống chỉ thu hồi được trong ${p['seconds']} giây sau khi chuyển. Các đội có thể đã đọc: gửi thông báo để đính chính.`,
  'rules.not_accepted': () => 'Phải chấp nhận Nội quy và ký cam kết bảo mật của cuộc diễn tập trước khi thao tác.',
  'seat.team_required': () =>
    'Thành viên đội tấn công, đội phòng thủ phải thuộc một đội; các vai trò khác không thuộc đội nào.',
  'seat.judge_plays': (p) =>
    `${p['name']}: thành viên Ban Giám khảo không được tham gia đội tấn công hay đội phòng thủ của cùng cuộc diễn tập.`,
  'seat.both_sides': (p) => `${p['name']}: một người chỉ được đứng về một bên, tấn công hoặc phòng thủ.`,
  'seat.held': (p) =>
    `${p['name']} đã giữ vai trò khác trong cuộc diễn tập. Thôi vai trò cũ trước khi giao vai trò mới.`,
  'seat.other_team': (p) => `${p['name']} đã thuộc một đội khác.`,
  'seat.same': (p) => `${p['name']} đã giữ vai trò này.`,
  'seat.last_control': () => 'Phải còn ít nhất một người trong Ban Tổ chức.',
  'account.unknown': () => 'Không tìm thấy tài khoản đang hoạt động.',
  // incidents
  'incident.illegal_step': () => 'Phiếu sự cố không thể chuyển sang bước này từ trạng thái hiện tại.',
  'incident.missing': () => 'Còn thiếu nội dung bắt buộc trước khi chuyển bước.',
  'incident.not_open': () => 'Phiếu sự cố đã kết thúc. Mở lại phiếu trước khi ghi thêm.',
  'incident.clock_unknown': () => 'Thời hạn này không áp dụng cho phiếu sự cố.',
  'incident.clock_settled': () => 'Thời hạn này đã được ghi nhận.',
  'incident.merge_target': () => 'Phiếu nhận gộp phải là một phiếu khác, cùng loại, cùng đơn vị và còn mở.',
  'incident.task_state': () => 'Trạng thái của công việc đã thay đổi. Tải lại để xem bản mới.',
  'incident.assignee': () => 'Người được giao không có quyền xử lý phiếu này.',
  'incident.no_organisation': () => 'Chưa xác định được đơn vị của sự cố. Chọn hệ thống bị ảnh hưởng.',
  'remediation.state': () => 'Trạng thái khắc phục hiện tại không cho phép việc này. Tải lại để xem bản mới.',
  'remediation.same_person': () => 'Người đã ghi nhận khắc phục không được tự kiểm tra lại.',
  // claims, board, results
  'claim.not_draft': () => 'Phát hiện đã gửi rồi.',
  'claim.not_open': () => 'Phát hiện không còn mở để sửa.',
  'claim.not_submitted': () => 'Phát hiện chưa được gửi hoặc đã rút.',
  'claim.not_decided': () => 'Phát hiện chưa có quyết định.',
  'claim.not_asked': () => 'Không có yêu cầu bổ sung nào đang chờ trả lời.',
  'claim.already_decided': (p) =>
    p['name'] ? `${p['name']} đã quyết định phát hiện này.` : 'Phát hiện đã có quyết định hoặc đã rút.',
  'claim.decided_by_other': (p) => `Quyết định này của ${p['name'] ?? 'giám khảo khác'}; chỉ người đó hoàn tác được.`,
  'claim.decision_used': () => 'Đã có quyết định khác dựa trên quyết định này. Muốn thay đổi thì sửa quyết định.',
  'claim.undo_late': () => 'Chỉ hoàn tác được trong 30 giây. Sau đó phải sửa quyết định, kèm lý do.',
  'claim.second_judge': () => 'Giám khảo khác phải sửa quyết định này: không ai tự sửa điểm mình đã cho.',
  'claim.held_by': (p) => `${p['name'] ?? 'Giám khảo khác'} đang giữ phát hiện này để chấm.`,
  'claim.own_organisation': () => 'Không ai được chấm đội của đơn vị mình.',
  'claim.frozen': () => 'Bảng điểm đang khóa, phát hiện đã gửi không thể rút.',
  'ticket.already_graded': (p) => (p['name'] ? `${p['name']} đã chấm phiếu này.` : 'Phiếu này đã được chấm.'),
  'board.not_frozen': () => 'Bảng điểm chưa khóa.',
  'board.already_frozen': () => 'Bảng điểm đã khóa hoặc đã mở khóa một lần.',
  'board.already_revealed': () => 'Đã công bố hết các hạng.',
  'results.claims_open': (p) => `Còn ${p['count']} phát hiện chưa có quyết định.`,
  'results.not_ready': () => 'Kết quả chưa được công bố.',
  // evidence
  'evidence.too_large': () => 'Tệp quá lớn. Tách nhỏ hoặc nén lại rồi gửi.',
  'evidence.quota': () => 'Đã hết dung lượng chứng cứ được cấp. Xóa tệp thừa hoặc đề nghị Ban Tổ chức cấp thêm.',
  'evidence.type': () => 'Loại tệp này không được nhận làm chứng cứ.',
  'evidence.unfinished': () => 'Tệp chưa tải lên xong. Tiếp tục tải lên rồi thử lại.',
  'evidence.damaged': () => 'Tệp đã nhận không khớp với mã băm. Tải lên lại.',
  'evidence.attached': () => 'Tệp này đã được gắn làm chứng cứ.',
  // the log
  'redaction.done': () => 'Nội dung mục này đã được xóa trắng.',
  'redaction.nothing': () => 'Mục này không có phần chữ do người nhập để xóa trắng.',
  'redaction.person': () => 'Tên và thông tin liên hệ được xóa ở trang của tài khoản, bằng “Xóa thông tin cá nhân”.',
  // registry
  'registry.future_date': () => 'Ngày này ở tương lai. Danh bạ chỉ ghi điều đã có hiệu lực.',
  'registry.before_start': (p: Params) =>
    `Ngày này trước ngày đơn vị bắt đầu hoạt động (${String(p['date']).split('-').reverse().join('/')}).`,
  'organisation.name_taken': (p: Params) => `Trùng tên hoặc quá giống tên với đơn vị “${p['name']}”.`,
  'registry.before_change': (p: Params) =>
    `Ngày này không sau lần thay đổi gần nhất đã ghi (${String(p['date']).split('-').reverse().join('/')}).`,
  'organisation.below_itself': (p: Params) => `“${p['name']}” không thể trực thuộc chính mình hoặc đơn vị cấp dưới.`,
  'organisation.closed': (p: Params) => `Đơn vị “${p['name']}” đã kết thúc hoạt động.`,
  'organisation.has_children': (p: Params) =>
    `Đơn vị “${p['name']}” còn ${p['count']} đơn vị trực thuộc. Xử lý các đơn vị này trước.`,
  'organisation.has_systems': (p: Params) =>
    `Đơn vị “${p['name']}” còn ${p['count']} hệ thống đang dùng. Chuyển giao hoặc ngừng các hệ thống này trước.`,
  'system.retired': (p: Params) => `Hệ thống “${p['name']}” đã ngừng hoạt động.`,
  'system.link_self': () => 'Một hệ thống không thể phụ thuộc chính nó.',
} satisfies Record<RefusalCode | 'network', (params: Params) => string>;
