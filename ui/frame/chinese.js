// Streamlit has no setting for its language. This replaces what it says in English, in texts and in labels read aloud or shown on
// hover. A text that is not in the list stays as it is; text of ours and of ledgers is Chinese and never matches.
(() => {
  const words = {
    "Choose options": "请选择", "Choose an option": "请选择", "Choose or add an option": "请选择，或另写一个", "No results": "没有匹配的选项", "No options to select": "没有可选项",
    "Select all": "全选", "Clear all": "清除全部", "Clear value": "清除", "Clear": "清除", "Open": "展开", "Remove": "移除",
    "Fullscreen": "放大", "Close fullscreen": "缩小", "Search": "查找", "Close Search": "关闭查找", "Close search": "关闭查找",
    "Download as CSV": "下载 CSV", "Show/hide columns": "选择列", "Sort ascending": "升序", "Sort descending": "降序",
    "Autosize": "自动列宽", "Pin column": "固定此列", "Unpin column": "取消固定", "Hide column": "隐藏此列", "Format": "格式",
    "Statistics": "统计", "Copy to clipboard": "复制", "Copied": "已复制", "Copy": "复制", "empty": "空",
    "Page not found": "没有这个页面", "Running...": "正在计算……", "Stop": "停止", "Rerun": "重新计算", "Always rerun": "总是重新计算",
    "Connecting": "正在连接", "CONNECTING": "正在连接", "Please wait...": "请稍候……", "Connection error": "连接中断", "Close": "关闭",
    "Skip to main content": "跳到正文", "View more": "更多", "View less": "收起", "Settings": "设置", "Print": "打印",
    "Theme": "外观", "Light": "浅色", "Dark": "深色", "System": "跟随系统", "Use system setting": "跟随系统", "Wide mode": "宽屏",
    "Clear cache": "清除缓存", "About": "关于", "Made with Streamlit": "用 Streamlit 制作", "Get help": "帮助",
    "Upload": "选择文件", "Add files": "再加文件", "Upload directories": "选择文件夹", "Drag and drop directories here": "把文件夹拖到这里",
    "Browse files": "选择文件", "Drag and drop file here": "把文件拖到这里", "Drag and drop files here": "把文件拖到这里",
    "Main menu": "菜单", "Select a date.": "选择日期", "Previous month": "上个月", "Next month": "下个月", "Download": "下载",
    "Expand sidebar": "展开菜单", "Collapse sidebar": "收起菜单", "Open sidebar": "展开菜单", "Close sidebar": "收起菜单",
    "file upload": "上传文件", "Error:": "出错：", "Increment": "加一", "Decrement": "减一", "Link to heading": "本节的链接", "Sidebar": "菜单", "App pages": "页面", "Navigate to home page": "回到总览", "Dismiss": "关闭", "Selected values": "已选",
    "Choose date": "选择日期", "Choose date range": "选择时间段", "Date range": "时间段", "Select...": "请选择", "None": "不选",
    "Past Week": "近一周", "Past Month": "近一个月", "Past 3 Months": "近三个月", "Past 6 Months": "近六个月", "Past Year": "近一年",
    "Past 2 Years": "近两年", "Quick select a date range": "快速选择时间段", "End date must be >= start date": "结束日期不能早于开始日期",
    "Use arrow keys to navigate dates. Enter to select. Escape to close.": "用方向键移动，回车选择，Esc 关闭。", "Toggle visibility": "显示或隐藏",
    "Press Enter to submit form": "按回车提交", "Press Enter to apply": "按回车确定",
    "Press Ctrl+Enter to submit form": "按 Ctrl+回车提交", "Press Ctrl+Enter to apply": "按 Ctrl+回车确定",
    "Press ⌘+Enter to submit form": "按 ⌘+回车提交", "Press ⌘+Enter to apply": "按 ⌘+回车确定",
    "Download plot as a png": "下载图片", "Download plot as a PNG": "下载图片",
  };
  const patterns = [
    [/^You selected (.+)\. The app's main page\.?$/, "$1"],
    [/^The page that you have requested does not seem to exist\..*$/, "链接中的页面不存在，已打开总览。"],
    [/^Remove (.+)$/, "移除$1"],
    [/^Add: (.+)$/, "用“$1”"],
    [/^Select (\d+) matches$/, "选中这$1个"],
    [/^[a-z_]+ icon$/, "图标"],
    [/^Help for (.+)$/, "$1的说明"],
    [/^(\d+) options? available\.?$/, "有$1个选项"],
    [/^Choose date range, (.+)$/, "选择时间段，$1"],
    [/^Choose date, (.+)$/, "选择日期，$1"],
    [/^(.+) start date$/, "$1开始"],
    [/^(.+) end date$/, "$1结束"],
    [/^Search: (.+)$/, "查找：$1"],
    [/^Show\/hide columns: (.+)$/, "选择列：$1"],
    [/^Fullscreen: (.+)$/, "放大：$1"],
    [/^Clear selected (.+)$/, "清除$1"],
    [/^Selected date is (.+)$/, "所选日期 $1"],
    [/^View (\d+) more$/, "再看$1个"],
    [/^(\d+)MB per file.*$/, "每个文件最大 $1 MB"],
    [/^(?:Error: )?File must be (\d+)(?:\.0)?MB or smaller\.?$/, "超过 $1 MB，没有收下。请拆成几份，或请维护人员用命令行导入。"],
    [/^(?:\w*Error: )?Request failed with status code 413$/, "文件太大，没有收下。请拆成几份，或请维护人员用命令行导入。"],
    [/^(?:\w*Error: )?Request failed with status code 507$/, "这次放进来的文件合起来超过 400 MB 或 2,000 份，这一份没有收下。请先导入或移除一部分。"],
    [/^(?:\w*Error: )?Request failed with status code \d+$/, "没有传上来。请刷新页面再试一次。"],
  ];
  const shown = ["aria-label", "title", "placeholder", "data-title"];

  const said = (text) => {
    const trimmed = text.trim();
    if (trimmed.length > 300 || !/[A-Za-z]{3}/.test(trimmed)) return null;
    if (Object.hasOwn(words, trimmed)) return text.replace(trimmed, words[trimmed] || trimmed);
    const part = /^(year|month|day), (.+)$/.exec(trimmed);
    if (part) return `${said(part[2]) ?? part[2]}${{ year: "年", month: "月", day: "日" }[part[1]]}`;
    const rule = patterns.find(([pattern]) => pattern.test(trimmed));
    return rule ? trimmed.replace(rule[0], rule[1]) : null;
  };
  const inText = (node) => {
    const text = said(node.nodeValue);
    if (text !== null && text !== node.nodeValue) node.nodeValue = text;
  };
  // Labels of boxes are Markdown on screen and read aloud as they are written: 2026\-01\-01, as ui/frame/escape.py writes it.
  const plain = (name, text) => (name === "aria-label" ? text.replace(/\\([\\`*_{}[\]()#+\-.!:$<>~|&^=])/g, "$1").replaceAll("\u2060", "") : text);
  const inLabels = (element) => shown.filter((name) => element.hasAttribute(name)).forEach((name) => {
    const written = element.getAttribute(name);
    const bare = plain(name, written);
    const text = said(bare) ?? bare;
    if (text !== written) element.setAttribute(name, text);
  });
  const skipped = (element) => element.closest?.("pre, code, script, style, [data-testid=stIconMaterial]");
  const inTree = (root) => {
    if (root.nodeType === Node.TEXT_NODE) return skipped(root.parentElement ?? root) ? undefined : inText(root);
    if (root.nodeType !== Node.ELEMENT_NODE || skipped(root)) return undefined;
    inLabels(root);
    return root.childNodes.forEach(inTree);
  };
  new MutationObserver((changes) => changes.forEach((change) => {
    if (change.type === "attributes") inLabels(change.target);
    else if (change.type === "characterData") inTree(change.target);
    else change.addedNodes.forEach(inTree);
  })).observe(document.documentElement, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: shown });
  inTree(document.documentElement); // what a browser that has the app's scripts at hand has drawn before this one arrived
})();
