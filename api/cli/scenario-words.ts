type Params = Readonly<Record<string, string | number>>;
type Both = readonly [vi: string, en: string];

/** What the scenario checker finds, by its code. `{name}` stands for a number or a name that comes with it. */
export const scenarioWords: Readonly<Record<string, Both>> = {
  yaml: ['không đúng cú pháp YAML ({fault})', 'not valid YAML ({fault})'],
  'yaml.alias': ['không dùng neo và tham chiếu (& và *)', 'anchors and aliases (& and *) are not used'],
  'text.nfc': ['chữ Việt chưa ở dạng dựng sẵn (Unicode NFC)', 'text is not in composed form (Unicode NFC)'],
  'text.bidi': ['có ký tự đổi chiều chữ', 'a character that turns the direction of text'],
  'text.invisible': ['có ký tự không nhìn thấy được', 'an invisible character'],
  'text.control': ['có ký tự điều khiển', 'a control character'],
  'file.kind': ['chỉ được chứa tệp .yaml và .md', 'only .yaml and .md files belong here'],
  'file.too_large': ['tệp quá lớn', 'the file is too large'],
  'file.too_many': ['quá nhiều tệp', 'too many files'],
  'file.not_utf8': ['không phải văn bản UTF-8', 'not UTF-8 text'],
  'file.missing': ['thiếu tệp {file}', 'file {file} is missing'],
  'id.repeated': ['mã “{id}” đã được dùng ở trên', 'id “{id}” is used above'],
  'phase.overlap': [
    'giai đoạn bắt đầu trước khi giai đoạn “{id}” kết thúc',
    'the phase begins before phase “{id}” ends',
  ],
  'inject.late': [
    'tình huống nằm sau khi kết thúc ({minutes} phút)',
    'the inject comes after the end ({minutes} minutes)',
  ],
  'freeze.early': [
    'thời gian giữ bảng điểm phải ngắn hơn cả cuộc diễn tập ({minutes} phút)',
    'the freeze must be shorter than the drill ({minutes} minutes)',
  ],
  'rubric.sum': ['tổng tỷ lệ phải bằng 100, hiện là {sum}', 'shares must add up to 100, now {sum}'],
  'technique.unknown': ['không có kỹ thuật {id} trong MITRE ATT&CK', 'there is no technique {id} in MITRE ATT&CK'],
  'rules.topic_missing': ['nội quy thiếu điều về “{topic}”', 'the rules lack an article on “{topic}”'],
  'rules.stop_word': [
    'điều về dừng khẩn cấp phải nêu câu lệnh “{word}”',
    'the emergency stop article must name the word “{word}”',
  ],
  required: ['chưa nhập', 'missing'],
  invalid_type: ['sai kiểu, cần {expected}', 'wrong type, {expected} expected'],
  invalid_format: ['chưa đúng định dạng', 'wrong format'],
  invalid_value: ['không thuộc các giá trị cho phép', 'not one of the allowed values'],
  unrecognized_keys: ['trường không được nhận', 'unknown field'],
  not_multiple_of: ['số chưa đúng bước', 'not a multiple of the step'],
  too_small: ['quá nhỏ hoặc quá ngắn, ít nhất {minimum}', 'too small or too short, at least {minimum}'],
  too_big: ['quá lớn hoặc quá dài, nhiều nhất {maximum}', 'too big or too long, at most {maximum}'],
};

/** The sentence of a fault with the field it is about; a code without words is shown as it is. */
export function faultSentence(code: string, params: Params): Both {
  const [vi, en] = scenarioWords[code] ?? [code, code];
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
  const field = params['field'] === undefined || params['field'] === '' ? '' : `${params['field']}: `;
  return [field + fill(vi), field + fill(en)];
}
