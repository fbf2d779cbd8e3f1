// What the page says, in two languages.

const russian = {
  title: "Почта песочницы", all: "Все письма", letters: "Письма", boxes: "Ящики",
  connections: "Разговоры", faults: "Сбои", search: "Искать в письмах",
  searchHelp: "слова, -кроме; от: кому: тема: файл: is:unread is:flagged has:file after:2026-11-01 larger:1m", nothing: "Писем пока нет",
  nothingFound: "Ничего не нашлось", howTo: "Отправьте письмо на эти серверы:", anyPassword: "Имя и пароль годятся любые.",
  howToScript: "Почта любого сценария останется здесь, если запустить его так:", choose: "Выберите письмо",
  more: "Показать ещё", noSubject: "(без темы)", nobody: "(неизвестно кто)", from: "От", to: "Кому", cc: "Копия",
  bcc: "Скрытая копия", replyTo: "Ответ на", sent: "Отправлено", received: "Пришло", box: "Ящик",
  tabHtml: "HTML", tabText: "Текст", tabHeaders: "Заголовки", tabSource: "Исходный текст", tabFiles: "Файлы", tabCheck: "Проверка",
  markRead: "Сделать прочитанным", markUnread: "Сделать непрочитанным", markAllRead: "Сделать все прочитанными", flag: "Отметить флажком",
  flagged: "с флажком", answered: "с ответом", chosen: (count) => `Выбрано: ${count}`,
  delete: "Удалить", download: "Сохранить .eml", sendOn: "Отправить по-настоящему",
  sendOnTitle: "Отправить письмо через", sendOnTo: "Кому (адреса через запятую)", sendOnDone: "Письмо отправлено",
  remote: "В письме есть картинки из сети. Если их показать, отправитель узнает, что письмо открыто.",
  remoteShow: "Показать", remoteShown: "Показаны картинки из сети.", remoteHide: "Убрать", phone: "Ширина телефона",
  clearAll: "Удалить все письма", clearBox: "Удалить письма ящика", clearFound: "Удалить найденные письма", sure: "Удалить письма? Вернуть их будет нельзя.",
  yesDelete: "Удалить", cancel: "Отмена", gone: "Этого письма больше нет", cut: "Текст показан не весь: он длинный.",
  repaired: "Письмо составлено с ошибками: показано то, что удалось разобрать.", noText: "В письме нет текста",
  save: "Сохранить", live: "Новые письма видны сразу", lost: "Нет связи с сервером, пробую снова",
  theme: "Светлая или тёмная", language: "English", keys: "Клавиши", copied: "Скопировано",
  noConnections: "Программы ещё не подключались", chooseConnection: "Выберите разговор: видно всё, что сказали клиент и сервер",
  client: "клиент", server: "сервер", remark: "событие", noUser: "без входа", goesOn: "идёт", clearLog: "Забыть разговоры",
  faultsAbout: "Сбой заставляет сервер ошибаться: так проверяют, что программа умеет делать, когда почта подводит. Действует сразу, на все программы, пока его не уберут.",
  faultsNone: "Сбоев нет: сервер ведёт себя как исправный", faultsNow: "Сейчас", faultsReady: "Готовые", faultsOwn: "Свой", faultsExamples: "Примеры",
  faultLine: "ПРОТОКОЛ КОМАНДА [for АДРЕС] [times N] [chance %] ДЕЙСТВИЕ", add: "Добавить", clear: "Убрать все",
  happened: (times) => `случился: ${times}`, over: "исчерпан", removeFault: "Убрать",
  faultHelp: [["smtp RCPT for ivan@* refuse 550 5.1.1 Нет такого ящика", "отказать получателю"], ["any LOGIN times 2 refuse", "два раза не пустить"], ["imap FETCH delay 3", "ответить через 3 секунды"], ["smtp DATA chance 30 drop", "оборвать связь в 30 % случаев"], ["smtp RCPT greylist 60", "серый список: примет через минуту"], ["any CONNECT slow 500", "500 байт в секунду"]],
  keyHelp: [["j k ↓ ↑", "следующее и предыдущее письмо"], ["Enter", "открыть письмо"], ["u s", "сделать непрочитанным, отметить"], ["x, Ctrl, Shift", "выбрать несколько: клавишей или щелчками"], ["Delete, #", "удалить письмо"], ["1 … 6", "HTML, текст, заголовки, исходный текст, файлы, проверка"], ["/", "искать"], ["Esc", "назад"], ["g c f", "письма, разговоры, сбои"], ["?", "эта справка"]],
  sound: "Замечаний нет", links: "Ссылки", pictures: "Картинки из сети",
  remarks: {
    "no-field": "нет заголовка", "field-twice": "заголовок повторяется", "raw-header": "в заголовках не только ASCII, и они не закодированы",
    malformed: "письмо составлено с ошибками", "long-line": "есть строки длиннее, чем разрешает RFC 5322", empty: "письмо пустое",
    "html-alone": "к HTML нет простого текста", "html-large": "HTML больше 102 КБ: Gmail покажет не весь", script: "сценарии почтовые программы выбрасывают",
    form: "формы почтовые программы выбрасывают", frame: "вложенные документы почтовые программы выбрасывают", media: "видео и звук видны немногим",
    base: "<base> действует не везде", "style-sheet": "внешние стили не загрузятся", "poor-style": "в Outlook и старых программах этот стиль не действует",
    "no-alt": "у картинки нет alt: пока её не показали, не видно ничего", "data-picture": "картинку в data: Gmail не показывает",
    "no-picture": "нет вложенной картинки", "empty-link": "ссылка никуда не ведёт", "bare-link": "адрес ссылки неполный", "bad-link": "такие ссылки почтовые программы выбрасывают",
    "http-link": "ссылка без защиты: http", "misleading-link": "ссылка ведёт не туда, куда написано: похоже на обман",
  },
  bytes: ["Б", "КБ", "МБ"], days: { today: "сегодня", yesterday: "вчера" },
};

const english = {
  title: "Sandbox mail", all: "All letters", letters: "Letters", boxes: "Boxes",
  connections: "Conversations", faults: "Faults", search: "Search in letters",
  searchHelp: "words, -but; from: to: subject: file: is:unread is:flagged has:file after:2026-11-01 larger:1m", nothing: "No letters yet",
  nothingFound: "Nothing found", howTo: "Send a letter to these servers:", anyPassword: "Any name and password will do.",
  howToScript: "The mail of any script stays here when it is run so:", choose: "Choose a letter",
  more: "Show more", noSubject: "(no subject)", nobody: "(unknown)", from: "From", to: "To", cc: "Cc",
  bcc: "Bcc", replyTo: "Reply to", sent: "Sent", received: "Received", box: "Box",
  tabHtml: "HTML", tabText: "Text", tabHeaders: "Headers", tabSource: "Source", tabFiles: "Files", tabCheck: "Check",
  markRead: "Mark as read", markUnread: "Mark as unread", markAllRead: "Mark all as read", flag: "Flag",
  flagged: "flagged", answered: "answered", chosen: (count) => `Chosen: ${count}`,
  delete: "Delete", download: "Save .eml", sendOn: "Send for real",
  sendOnTitle: "Send the letter through", sendOnTo: "To (addresses with commas)", sendOnDone: "The letter was sent",
  remote: "The letter has pictures from the network. When they are shown, the sender learns that it was opened.",
  remoteShow: "Show", remoteShown: "Pictures from the network are shown.", remoteHide: "Hide", phone: "Width of a phone",
  clearAll: "Delete all letters", clearBox: "Delete the letters of this box", clearFound: "Delete the letters found", sure: "Delete the letters? They cannot be brought back.",
  yesDelete: "Delete", cancel: "Cancel", gone: "This letter is no longer there", cut: "The text is long: not all of it is shown.",
  repaired: "The letter is malformed: what could be made out is shown.", noText: "The letter has no text",
  save: "Save", live: "New letters are seen at once", lost: "No connection to the server, trying again",
  theme: "Light or dark", language: "Русский", keys: "Keys", copied: "Copied",
  noConnections: "No program has connected yet", chooseConnection: "Choose a conversation: all that client and server said",
  client: "client", server: "server", remark: "event", noUser: "no log-in", goesOn: "goes on", clearLog: "Forget conversations",
  faultsAbout: "A fault makes the server fail: so one sees what a program does when mail lets it down. It acts at once, on all programs, until it is removed.",
  faultsNone: "No faults: the server behaves well", faultsNow: "Now", faultsReady: "Ready-made", faultsOwn: "Your own", faultsExamples: "Examples",
  faultLine: "PROTOCOL COMMAND [for ADDRESS] [times N] [chance %] ACTION", add: "Add", clear: "Remove all",
  happened: (times) => `happened: ${times}`, over: "used up", removeFault: "Remove",
  faultHelp: [["smtp RCPT for ivan@* refuse 550 5.1.1 No such user", "refuse a recipient"], ["any LOGIN times 2 refuse", "refuse two log-ins"], ["imap FETCH delay 3", "answer after 3 seconds"], ["smtp DATA chance 30 drop", "break off in 30 % of the cases"], ["smtp RCPT greylist 60", "grey list: accepted after a minute"], ["any CONNECT slow 500", "500 bytes a second"]],
  keyHelp: [["j k ↓ ↑", "next and previous letter"], ["Enter", "open the letter"], ["u s", "mark as unread, flag"], ["x, Ctrl, Shift", "choose several: by key or clicks"], ["Delete, #", "delete the letter"], ["1 … 6", "HTML, text, headers, source, files, check"], ["/", "search"], ["Esc", "back"], ["g c f", "letters, conversations, faults"], ["?", "this help"]],
  sound: "Nothing to remark", links: "Links", pictures: "Pictures from the network",
  remarks: {
    "no-field": "a header is missing", "field-twice": "a header is there twice", "raw-header": "headers are not in ASCII and not encoded",
    malformed: "the letter is malformed", "long-line": "there are lines longer than RFC 5322 allows", empty: "the letter is empty",
    "html-alone": "there is no plain text beside the HTML", "html-large": "more than 102 KB of HTML: Gmail cuts it off", script: "mail programs leave scripts out",
    form: "mail programs leave forms out", frame: "mail programs leave embedded documents out", media: "few see video and sound",
    base: "<base> does not work everywhere", "style-sheet": "outer style sheets are not loaded", "poor-style": "Outlook and older programs do not know this style",
    "no-alt": "a picture without alt: nothing is seen until it is shown", "data-picture": "Gmail does not show pictures in data:",
    "no-picture": "the enclosed picture is missing", "empty-link": "a link leads nowhere", "bare-link": "the address of a link is not complete", "bad-link": "mail programs leave such links out",
    "http-link": "a link without protection: http", "misleading-link": "a link leads elsewhere than it says: looks like a fraud",
  },
  bytes: ["B", "KB", "MB"], days: { today: "today", yesterday: "yesterday" },
  presets: {
    "smtp RCPT refuse 550 5.1.1 User unknown": "no such recipient",
    "smtp MAIL refuse 553 5.1.8 Sender rejected": "the sender is refused",
    "smtp BODY refuse 554 5.7.1 Message rejected as spam": "the letter looks like spam",
    "any * full": "the mailbox is full",
    "smtp RCPT greylist 60": "grey list, 60 seconds",
    "any LOGIN refuse": "wrong password",
    "smtp CONNECT bye 421 4.3.2 Service not available": "the server is overloaded",
    "any * delay 5": "answers after 5 seconds",
    "any CONNECT slow 500": "slow network",
    "smtp DATA drop": "broken off while sending",
    "imap FETCH drop": "broken off while fetching",
  },
};

function chosen() {
  const kept = localStorage.getItem("language");
  if (kept === "ru" || kept === "en") return kept;
  // The browser asks for them in this order (Accept-Language).
  const first = navigator.languages.find((each) => /^(ru|en)\b/.test(each));
  return first && first.startsWith("en") ? "en" : "ru";
}

export const language = chosen();
export const words = language === "ru" ? russian : english;

export function switchLanguage() {
  localStorage.setItem("language", language === "ru" ? "en" : "ru");
  location.reload();
}

export function size(octets) {
  const [small, middle, large] = words.bytes;
  const number = (value) => value.toLocaleString(language, { maximumFractionDigits: 1 });
  if (octets < 1024) return `${octets} ${small}`;
  return octets < 1048576 ? `${number(octets / 1024)} ${middle}` : `${number(octets / 1048576)} ${large}`;
}

export function shortMoment(text) {
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime())) return "";
  const today = new Date();
  if (moment.toDateString() === today.toDateString()) return moment.toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" });
  const sameYear = moment.getFullYear() === today.getFullYear();
  return moment.toLocaleDateString(language, sameYear ? { day: "numeric", month: "short" } : { day: "2-digit", month: "2-digit", year: "numeric" });
}

export function fullMoment(text) {
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime())) return text;
  return moment.toLocaleString(language, { dateStyle: "long", timeStyle: "medium" });
}
