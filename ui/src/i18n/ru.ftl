app-name = Шпальта

## Разделы

nav-label = Разделы
nav-board = Материалы
nav-write = Мои материалы
nav-translate = Мне на перевод
nav-approve = Мне на утверждение
nav-ready = Готовы к экспорту
nav-reference = Справочное
nav-archive = Архив
nav-photos = Фото
nav-export = Экспорт
nav-export-log = Журнал экспорта
nav-settings = Настройки
nav-shortcuts = Клавиши
nav-people = Кто работает
nav-person = { $name } · { $role }

## Фильтры

filter-open = В работе
filter-behind = Отстают
filter-review = На утверждении
filter-embargoed = Под эмбарго
filter-withdrawn = Снятые

## Состояния

pill-withdrawn = Снято
pill-withdrawn-tip = Страница снята: читатели видят уведомление
pill-held = Придержано
pill-held-tip = Страница придержана, пока проверяют факты
pill-not-started = Не начато
pill-not-started-tip = Текста на этом языке еще нет
pill-returned = Возвращено
pill-returned-tip = Возвращено на доработку
pill-draft-part = Черновик { $written }/{ $rows }
pill-draft-part-tip = { $rows ->
    [one] Переведено { $written } из { $rows } абзаца
    [few] Переведено { $written } из { $rows } абзацев
   *[many] Переведено { $written } из { $rows } абзацев
}
pill-errors = Ошибки · { $count }
pill-errors-tip = { $count ->
    [one] { $count } ошибка не дает выпустить текст
    [few] { $count } ошибки не дают выпустить текст
   *[many] { $count } ошибок не дают выпустить текст
}
pill-behind = Отстает · { $count }
pill-behind-tip = { $count ->
    [one] { $count } абзац не соответствует оригиналу
    [few] { $count } абзаца не соответствуют оригиналу
   *[many] { $count } абзацев не соответствуют оригиналу
}
pill-in-review = На утверждении
pill-in-review-tip = Текст ждет решения
pill-draft = Черновик
pill-draft-tip = Текст еще не отправлен на утверждение
pill-changed = Изменено
pill-changed-tip = Изменено после утверждения
pill-newer-text = Есть правка новее
pill-newer-text-tip = Утверждена правка новее, чем экспортированная
pill-exported = Экспортировано
pill-exported-tip = Утвержденная правка экспортирована
pill-approved = Утверждено
pill-approved-tip = Утверждено, еще не экспортировано
pill-embargo = Эмбарго до { $time }
pill-embargo-tip = Не раньше { $time }
pill-second-look = Вторая проверка
pill-second-look-tip = Утверждено без второго человека: пусть посмотрит кто-то еще
pill-coming = Оригинал правят
pill-coming-tip = { $count ->
    [one] После утверждения оригинала отстанет { $count } абзац
    [few] После утверждения оригинала отстанут { $count } абзаца
   *[many] После утверждения оригинала отстанут { $count } абзацев
}

## Действия

action-submit = На утверждение
action-approve = Утвердить
action-approve-next = Утвердить и дальше
action-return = Вернуть
action-revoke = Отменить утверждение
action-still-right = Правка не нужна
action-still-right-tip = Оригинал изменился, но перевод остается верным
action-insert-original = Вставить оригинал
action-minor = Мелкая правка: перевода не касается
action-withdraw = Снять с публикации
action-reinstate = Отменить снятие
action-hold = Придержать
action-export = Экспортировать
action-export-ready = Экспортировать готовые ({ $count })
action-compare = Сравнить
action-restore = Вернуть эту правку
action-preview = Как на сайте
action-print-page = Печать
action-open-folder = Открыть папку
action-copy-text = Скопировать текст
action-find = Найти
action-replace = Заменить
action-new-story = Новый материал
action-next = Дальше
action-open = Открыть
action-choose = Выбрать…
action-add = Добавить
action-cancel = Отмена
action-close = Закрыть

## Языки

language-uk = Украинская
language-en = Английская
language-ru = Русская
language-own = Русский
in-language-uk = на украинском
in-language-en = на английском
in-language-ru = на русском
from-language-uk = с украинского
from-language-en = с английского
from-language-ru = с русского
original-uk = оригинал: украинский
original-en = оригинал: английский
original-ru = оригинал: русский

## Роли

role-reporter = корреспондент
role-translator = переводчик
role-editor = редактор
role-chief = главный редактор
role-owner = владелец

## Проверки

severity-stop = Ошибка
severity-stop-tip = Не выпустит
severity-warn = Внимание
finding-not-approved = Утвержденной правки нет
finding-behind = Перевод отстает от оригинала
finding-details-changed = Данные материала изменены после утверждения
finding-embargo = Действует эмбарго
finding-withdrawn = Снято с публикации
finding-empty-headline = Нет заголовка
finding-empty-lead = Нет лида
finding-long-headline = Заголовок длиннее 90 знаков
finding-missing-media = Файла фото нет
finding-unusable-media = Файл фото нельзя использовать
finding-empty-image-slot = Место для фото пустует
finding-missing-alt = Нет описания изображения
finding-missing-caption = Нет подписи
finding-missing-credit = Нет автора или источника фото
finding-photo-banned = Фото нельзя использовать
finding-photo-expired = Срок использования фото истек
finding-photo-waits = Рано для фото последствий удара
finding-photo-unchecked = Фото не проверено: позиция, лица, документы
finding-no-ukrainian = Нет украинской страницы
finding-short-ukrainian = Украинская страница заметно короче
finding-dead-link = Ссылка ведет к материалу без страницы
finding-address-taken = Адрес занят страницей другого материала

## Сохранение

saved-all = Весь текст сохранен на этом компьютере
saved-at = Сохранено { $time }
saved-saving = Сохранение…
saved-failed = НЕ СОХРАНЕНО
saved-failed-safe = Текст не потерян: он в окне.
saved-kept = В ЖУРНАЛЕ ВОССТАНОВЛЕНИЯ
saved-kept-at = В журнале восстановления { $time }
saved-kept-safe = Набранное ложится в журнал восстановления на диске и само перейдет в редакцию, как только ее можно будет менять.
saved-again = Сохранение возобновилось: все набранное на диске
saved-adrift = { $n ->
    [one] { $n } текст есть только в памяти этого окна: не закрывайте его. Как только диск заработает, текст сохранится сам.
    [few] { $n } текста есть только в памяти этого окна: не закрывайте его. Как только диск заработает, тексты сохранятся сами.
   *[many] { $n } текстов есть только в памяти этого окна: не закрывайте его. Как только диск заработает, тексты сохранятся сами.
}
saved-copied = Текст скопирован
texts-write = Сохранить тексты в папку…
texts-title = Сохранить тексты в папку
texts-what = Каждый несохраненный текст станет отдельным файлом .md, который можно будет импортировать.
texts-folder = Куда
texts-folder-hint = Лучше всего — на другой диск или флешку. В этой папке появится новая.
texts-closing = Вместе с окном исчезнет то, чего нет ни на одном диске.
texts-do = Сохранить
texts-done = { $n ->
    [one] { $n } текст записан в папку { $folder }
    [few] { $n } текста записано в папку { $folder }
   *[many] { $n } текстов записано в папку { $folder }
}

## Время и размеры

time-just-now = только что
time-moments = меньше минуты
time-minutes = { $n } мин
time-hours = { $n } ч
time-days = { $n } дн.
time-ago = { $age } назад
time-day = { $month ->
    [1] { $day } января
    [2] { $day } февраля
    [3] { $day } марта
    [4] { $day } апреля
    [5] { $day } мая
    [6] { $day } июня
    [7] { $day } июля
    [8] { $day } августа
    [9] { $day } сентября
    [10] { $day } октября
    [11] { $day } ноября
   *[12] { $day } декабря
}
time-day-year = { time-day } { $year }
time-moment = { $day }, { $time }
size-kilobytes = { $n } КБ
size-megabytes = { $n } МБ

## Части окна

diff-removed = удалено
diff-added = добавлено
waiting = Подождите…

## Клавиши

shortcuts-title = Клавиши
shortcuts-note = Сочетания с Ctrl и Alt действуют в любой раскладке.
shortcuts-here = Действуют здесь
shortcuts-elsewhere = На других экранах
scope-window = Везде
scope-board = Материалы
scope-story = Материал
scope-text = Текст
scope-translate = Перевод
scope-review = Утверждение
shortcut-shortcuts = Показать клавиши
shortcut-new-story = Новый материал
shortcut-import = Импортировать тексты
shortcut-search = Искать в материалах
shortcut-nav-board = Материалы
shortcut-nav-write = Мои материалы
shortcut-nav-translate = Мне на перевод
shortcut-nav-approve = Мне на утверждение
shortcut-nav-ready = Готовы к экспорту
shortcut-export = Экспорт
shortcut-settings = Настройки
shortcut-save = Сохранить сейчас
shortcut-preview = Как на сайте
shortcut-print-page = Напечатать страницу или сохранить как PDF
shortcut-details = Данные материала
shortcut-back = Назад
shortcut-language-uk = Украинская версия
shortcut-language-en = Английская версия
shortcut-language-ru = Русская версия
shortcut-mode-write = Текст
shortcut-mode-translate = Перевод
shortcut-mode-review = Утверждение
shortcut-mode-history = История
shortcut-submit = На утверждение
shortcut-next-finding = Следующее замечание
shortcut-bold = Жирный
shortcut-italic = Курсив
shortcut-link = Ссылка
shortcut-story-link = Ссылка на материал
shortcut-section-details = Раздел «Детали»
shortcut-section-background = Раздел «Напомним»
shortcut-bullet-list = Маркированный список
shortcut-numbered-list = Нумерованный список
shortcut-quote = Цитата
shortcut-attribution = Кто сказал
shortcut-image = Добавить фото
shortcut-undo = Отменить
shortcut-redo = Повторить
shortcut-find = Найти в тексте
shortcut-select-all = Выделить все
shortcut-suggestion = Взять подсказку { $number }
shortcut-next-behind = Следующий отстающий абзац
shortcut-previous-behind = Предыдущий отстающий абзац
shortcut-confirm = Готово или правка не нужна
shortcut-insert-original = Вставить оригинал
shortcut-approve = Утвердить
shortcut-approve-next = Утвердить и дальше
key-ctrl = Ctrl
key-alt = Alt
key-shift = Shift
key-escape = Esc

## Материалы: список

board-search = Искать в заголовках
board-import = Импортировать…
board-filters = Какие материалы
board-column-story = Материал
board-column-changed = Изменено
board-untitled = Без заголовка
board-hints = ⏎ открыть · ← → язык · / искать
board-original-changed = оригинал изменен { $ago }
board-waiting = ждет { $age }
board-coming = оригинал правят
board-revision = Правка { $number }
board-revision-approved = Правка { $number }, утверждена
board-revision-beside = Правка { $number }, утверждена — { $approved }
board-warnings = { $count ->
    [one] { $count } замечание
    [few] { $count } замечания
   *[many] { $count } замечаний
}
board-new = Материалов пока нет. Начните новый или импортируйте готовые тексты.
board-found-nothing = По запросу «{ $search }» ничего нет.
board-search-archive = Искать в архиве
board-search-clear = Очистить поиск
board-nothing-open = В работе сейчас ничего нет.
board-nothing-behind = Ни один перевод не отстает от оригинала.
board-nothing-review = На утверждение сейчас ничего не ждет.
board-nothing-embargoed = Под эмбарго сейчас ничего нет.
board-nothing-withdrawn = Снятых материалов нет.
board-nothing-write = Ваших материалов в работе сейчас нет.
board-nothing-translate = Вашего перевода сейчас ничего не ждет.
board-nothing-approve = Вашего утверждения сейчас ничего не ждет.
board-nothing-ready = К экспорту сейчас ничего не готово.
board-nothing-all = Архив пуст.

## Новый материал

new-story-headline = Заголовок
new-story-headline-needed = Напишите заголовок: его можно изменить в любой момент.
new-story-language = Язык оригинала
new-story-language-hint = С него будут переводить две другие версии.
new-story-begin = Писать

## Материал

edition-uk = Українська
edition-en = English
edition-ru = Русский
mode-write = Текст
mode-translate = Перевод
mode-review = Утверждение
mode-history = История
story-languages = Языковые версии
story-modes = Что делать
story-aside = Рядом с текстом
story-no-headline = Пока без заголовка
story-submitted = Отправлено на утверждение
story-approved = Этот текст утвержден
story-waits = Этот текст ждет решения
story-read-only = Редакция открыта только для чтения.
story-writers = { $language ->
    [uk] Менять этот текст могут те, кто пишет или переводит на украинском.
    [en] Менять этот текст могут те, кто пишет или переводит на английском.
   *[ru] Менять этот текст могут те, кто пишет или переводит на русском.
}
others-tip = Этот материал также смотрят
others-one = { $language ->
    [uk] { $person } · украинская
    [en] { $person } · английская
   *[ru] { $person } · русская
}
measure-words = { $n ->
    [one] { $n } слово
    [few] { $n } слова
   *[many] { $n } слов
}
measure-characters = { $n ->
    [one] { $n } знак
    [few] { $n } знака
   *[many] { $n } знаков
}
measure-minutes = читать { $n } мин
measure-headline = Заголовок { $n }/{ $of }
leave-closing = Если закрыть окно сейчас, набранное после последнего сохранения будет потеряно.
leave-going = Если уйти из этого текста сейчас, он останется только в памяти окна, пока его не удастся сохранить.
leave-saved = Текст уже на диске.
leave-close-anyway = Все равно закрыть
leave-go-anyway = Все равно уйти
leave-stay = Остаться

## Текст

write-headline = Заголовок
write-lead = Лид
write-lead-hint = Лид: что произошло, одним абзацем
write-body = Текст
write-body-hint = Сам материал
section-details = Детали
section-background = Напомним
tool-label = Оформление
story-link-search = Заголовок
story-link-what = Читатель попадет на страницу материала на своем языке. Если ее нет — на украинскую, а без нее останутся одни слова.
variants-title = Тексты для поиска, пушей и соцсетей
variants-written = { $n } из { $of }
variant-search = Заголовок для поиска
variant-push = Пуш
variant-telegram = Пост в Telegram
variant-social = Для соцсетей
variant-length = { $n }/{ $of }
preview-title = Страница, как на сайте
findings-title = Проверки
search-replace-by = Заменить на
search-next = Следующее
search-previous = Предыдущее
search-all = Выделить все
search-case = С учетом регистра
search-pattern = Регулярное выражение
search-words = Целые слова
search-replace-all = Заменить все
search-current = Найдено
search-on-line = в строке
search-replaced-one = Заменено в строке { $line }
search-replaced = Заменено: { $count }
search-line = Перейти к строке

## Два текста

conflict-title = Этот текст изменен и в другом месте
conflict-paused = Оба текста сохранены. Запись пойдет дальше, как только вы выберете один из них.
conflict-what = Ваш текст сохранен как правка { $revision }, в черновике — другой. Выберите, с каким работать дальше: в истории останутся оба.
conflict-theirs = Сейчас в черновике
conflict-mine = Ваш текст
conflict-keep-theirs = Оставить черновик
conflict-put-mine = Поставить мой текст

## Перевод

translate-original = Оригинал · { $language } · правка { $revision }, утверждено { $time }
translate-original-newest = Оригинал · { $language } · правка { $revision }, еще не утверждено
translate-original-none = Оригинал · { $language } · еще не утверждено
translate-head = { $language } · правка { $revision } · актуально { $fresh } из { $rows }
translate-new = { $language } · актуально { $fresh } из { $rows }
translate-done = Все актуально
translate-confirm-all = Подтвердить все ({ $n })
row-label = Абзац { $row }
row-fresh = Актуально
row-changed = Оригинал изменен
row-missing = Не переведено
row-extra = Нет в оригинале
row-coming = Оригинал правят
row-new = Новое в оригинале: переведите здесь
row-empty = Переведите здесь
check-missing = Не переведено · { $n }
row-done = Готово
row-left-out = Не переводить
row-keep = Оставить
row-suggestion = { $from } → { $to }
kind-image = Фото
kind-alt = Описание изображения
kind-caption = Подпись
kind-attribution = Кто сказал
kind-cell = Таблица
kind-code = Код
kind-html = Разметка
kind-footnote = Сноска
note-changed-to = Оригинал изменен: { $old } → { $new } · { $ago } · { $person }
note-changed = Оригинал изменен · { $ago } · { $person }
note-changed-plain = Оригинал изменен
note-added = Добавлено · { $ago } · { $person }
note-missing = Еще не переведено
note-extra = В оригинале такого абзаца нет. Удалите его или оставьте, если он здесь нужен.
note-coming = Оригинал правят: новый текст еще не утвержден
kept-title = Правка не нужна?
kept-what = Оригинал изменился, а в переводе по-прежнему: { $facts }.
kept-reason = Почему перевод верен
facts-title = Факты в абзаце
facts-none = Здесь нет чисел, дат и названий
facts-differ = { $n ->
    [one] { $n } расхождение
    [few] { $n } расхождения
   *[many] { $n } расхождений
}
fact-agrees = совпадает
fact-differs = расхождение
fact-number = Число
fact-date = Дата
fact-name = Имя или название
fact-currency = Валюта
fact-negation = Отрицание
fact-quote = Цитата

## Начало

window-title = { $name } — { app-name }
start-motto = Пишут раз, выходит на трех языках.
start-ways = С чего начать
start-found = Создать редакцию
start-found-what = Папка на этом компьютере со всеми материалами
start-open = Открыть редакцию
start-open-what = Ту, что уже есть на диске
start-sample = Посмотреть пример
start-sample-what = Небольшая редакция с готовыми материалами
start-back = Назад к материалам
start-version = Версия { $version }
start-not-opened = Откройте другую редакцию, создайте новую или посмотрите пример.
start-recent = Последние редакции
start-open-folder = Папка редакции
start-open-folder-hint = Папка, в которой лежит newsroom.db.
rescue-open = Восстановить из копии…
rescue-title = Восстановить редакцию из копии
rescue-looking = Ищем самую новую исправную копию…
rescue-newest = Самая новая исправная копия: { $moment }, { $age } назад.
rescue-lies = Это { $path }, { $size }.
rescue-what = Нынешняя база будет отложена в папку recovery, а не удалена; ее место займет копия. Того, что сохранено после копии, в редакции тогда не будет.
rescue-journals = { $n ->
    [one] Вернется и { $n } текст из журнала восстановления.
    [few] Вернутся и { $n } текста из журналов восстановления.
   *[many] Вернутся и { $n } текстов из журналов восстановления.
}
rescue-do = Восстановить из этой копии
rescue-none = Исправной копии в папке backups нет. Если копии есть на другом диске, восстановите редакцию командой shpalta restore.
rescue-needless = Редакция цела и снова открылась: восстанавливать ее не пришлось.
rescued = Редакция восстановлена из копии: { $moment }.
rescued-since = Проверьте, на месте ли последние материалы.
rescued-aside = Прежняя база отложена в { $path }.
recovered-saved = { $n ->
    [one] Из журнала восстановления вернули { $n } текст: он снова в черновике.
    [few] Из журналов восстановления вернули { $n } текста: они снова в черновиках.
   *[many] Из журналов восстановления вернули { $n } текстов: они снова в черновиках.
}
recovered-aside = { $language ->
    [uk] { $story }, украинский: в журнале восстановления другой текст, чем в черновике. Оба сохранены.
    [en] { $story }, английский: в журнале восстановления другой текст, чем в черновике. Оба сохранены.
   *[ru] { $story }, русский: в журнале восстановления другой текст, чем в черновике. Оба сохранены.
}
recovered-left = Текст из журнала восстановления некуда вернуть: материала { $story } в редакции нет или того, кто писал, уже нет среди людей. Текст цел, он в файле { $path }.
start-sample-stories = В примере — несколько материалов на украинском, английском и русском: одни утверждены, другие переводят, третьи ждут решения.
start-sample-safe = В нем можно писать, переводить, утверждать и экспортировать: ваших редакций это не коснется.
start-sample-do = Открыть пример
found-name = Название
found-name-hint = Так сайт будет называться на страницах. Отдельные названия на трех языках можно дать в настройках.
found-name-needed = Напишите название редакции.
found-source = Источник в строке «Место • ИСТОЧНИК»
found-source-hint = Короткое название агентства, например УНН · UNN · УНН. Где его нет, станет название на другом языке.
found-source-needed = Напишите источник хотя бы на одном языке.
found-owner = Ваше имя
found-owner-hint = Вы сможете все, что может главный редактор, и добавите других людей.
found-owner-needed = Напишите имя: им подписывают правки и решения.
found-folder = Папка
found-folder-hint = Новая или пустая. Все написанное будет лежать в ней, а не в сети.
found-folder-needed = Выберите папку для редакции.
found-do = Создать редакцию

## Настройки

read-only = Редакция открыта только для чтения: изменить ничего нельзя. Проверьте права на папку { $folder } и свободное место на диске.
settings-window = Окно
settings-people = Люди
settings-rules = Правила
settings-site = Сайт
settings-names = Имена и названия
settings-folders = Папки
settings-backups = Резервные копии
settings-chiefs = Меняет главный редактор.
settings-look = Вид
settings-language = Язык окна
settings-language-system = Как в системе: { $name }
settings-theme = Тема
theme-system = Как в системе
theme-light = Светлая
theme-dark = Темная
settings-text-size = Размер текста
settings-smaller = Мельче
settings-larger = Крупнее
settings-usual = Обычный
settings-percent = { $n } %
settings-incoming = Входящие тексты
settings-incoming-note = Файлы из этой папки предлагает окно импорта.
settings-incoming-folder = Папка входящих текстов
people-name = Имя
people-role = Роль
people-no-role = Без роли
people-owner-may = Может все, что главный редактор, в каждом языке.
people-add = Добавить человека или роль
people-add-note = Человек с этим именем получит роль в выбранных языках; остальные его роли останутся.
people-languages = Языки
people-languages-needed = Выберите хотя бы один язык.
people-name-needed = Напишите имя.
people-added = Добавлено: { $name } · { $role }
people-remove = Забрать роль: { $name } · { $role } · { $language }
people-removed = Роль снята: { $name } · { $role } · { $language }
people-give-back = Вернуть
role-reporter-may = Пишет, импортирует, отправляет на утверждение, подтверждает перевод.
role-translator-may = Переводит, импортирует, отправляет на утверждение, подтверждает перевод.
role-editor-may = Еще и утверждает, возвращает, придерживает, снимает, ставит эмбарго, экспортирует.
role-chief-may = Еще и выпускает как исключение, меняет оригинал, людей и правила.
policy-self-approve = Редактор может утвердить свой текст
policy-self-approve-what = Такой текст помечен «Вторая проверка», пока его не посмотрит другой редактор.
policy-editor-overrides = Редактор может выпустить как исключение
policy-editor-overrides-what = Ошибки проверки перед выпуском обходят с причиной в журнале. Без этого — только главный редактор.
policy-strike-photos-wait = Фото последствий удара ждут
policy-strike-photos-wait-what = Страницу с таким фото не выпустят, пока после удара не пройдет время, указанное ниже. Без этого — только предупреждение.
policy-civilian-strike-hours = Гражданский объект: часов после удара
policy-civilian-strike-hours-what = Обычно 3.
policy-military-strike-hours = Военный объект: часов после удара
policy-military-strike-hours-what = Обычно 12.
policy-ukrainian-first = Сначала на украинском
policy-ukrainian-first-what = Если украинской страницы нет или она заметно короче, материал не выйдет на другом языке. Без этого — только предупреждение.
rules-always = Правила, которые действуют всегда
rules-four-eyes = Правило двух: утверждает не тот, кто отправил.
rules-approved-only = Экспортируют только утвержденное; неутвержденное, эмбарго и снятое не выпустит никто.
rules-withdrawal = Снять или придержать материал может один редактор, сразу.
rules-nothing-lost = Написанное не исчезает: каждая правка и каждое решение остаются в истории.
site-url = Адрес сайта
site-url-hint = Например, https://news.example.ua
site-folder = Папка сайта
site-folder-hint = Сюда экспортируют страницы. Она должна лежать вне папки редакции.
site-server = Сервер сайта
site-server-hint = Если сайт живет не в папке, а на сервере: sftp://пользователь@сервер/папка или s3://ключ@хранилище/папка?endpoint=https://хост. После экспорта туда переносится то, что изменилось.
site-secret = Пароль к серверу
site-secret-hint = Пароль, фраза к ключу или секретный ключ хранилища. Его бережет система, в файлах редакции его нет. Ключу из агента SSH пароль не нужен.
site-secret-keep = Запомнить
site-secret-forget = Забыть
site-secret-kept = Пароль к серверу сохранен в системном хранилище паролей.
site-secret-forgotten = Пароля к серверу в системном хранилище больше нет.
site-names = Название сайта
site-names-note = Так сайт называется на страницах каждого языка.
site-pages = Страницы
site-views = Показывать просмотры
site-views-what = Счетчик стоит на странице, если число просмотров известно.
site-avif = Фото еще и в формате AVIF
site-avif-what = Файлы меньше, но первый экспорт каждого фото длится дольше.
names-author = Авторы
names-place = Места
names-source = Источники
names-add-author = Добавить автора
names-add-place = Добавить место
names-add-source = Добавить источник
names-note = Так имена и названия пишут на каждом языке. Исправленное здесь появится на всех страницах после экспорта.
names-search = Найти в списке
names-none = Здесь пока пусто.
names-edit = Исправить: { $name }
names-edit-title = Исправить написание
names-needed = Напишите имя хотя бы на одном языке.
names-outdate = Утвержденные тексты остаются утвержденными; страницы с этим именем нужно будет экспортировать еще раз.
names-keep = Сохранить
folder-newsroom = Редакция
folder-media = Фото
folder-backups = Резервные копии
folder-site = Сайт
folder-site-none = Папка сайта еще не выбрана.
folder-open = Открыть папку: { $folder }
folder-other = Другая редакция…

## Резервные копии и проверка

backups-when = Копия делается каждый час, если что-то изменилось, и когда закрывают окно. Остаются самые новые за 12 дней, 10 недель и 9 месяцев.
backups-none = В папке пока нет ни одной копии.
backups-last = Последняя исправная копия: { $moment }
backups-last-none = Исправной копии еще нет
backups-changed = { $ago }; после нее есть изменения
backups-unchanged = { $ago }; после нее ничего не изменилось
backups-now = Сделать копию сейчас
backups-made = Резервная копия сделана
backups-failed = Резервная копия не сделана.
backups-second-failed = Во втором месте копия не сделана.
backups-faulty = сделана с изъянами
backups-second = Второе место для копий
backups-second-note = Папка на другом диске или в сети спасает и тогда, когда выходит из строя диск редакции.
backups-second-folder = Папка для копий
backups-second-hint = Диск может быть не подключен: тогда копия остается только в папке редакции.
backups-second-absent = Папки { $folder } во время последней копии не было.
backups-size = Сколько места могут занимать копии, МБ
backups-size-hint = Если больше — убираются самые старые. Пусто — 10 000.
backups-old = Последней исправной резервной копии { $age }, и после нее есть изменения.
backups-old-none = Исправной резервной копии этой редакции нет.
faults-found = { $n ->
    [one] Проверка редакции нашла { $n } изъян.
    [few] Проверка редакции нашла { $n } изъяна.
   *[many] Проверка редакции нашла { $n } изъянов.
}
faults-go-on = Работать можно дальше.
faults-show = Что найдено
faults-title = Что нашла проверка
faults-remedy = Ничего не удаляйте из папки редакции. Если изъяны в текстах или решениях, восстановите копию, сделанную до них, в отдельную папку (shpalta restore) и сравните.
faults-more = И еще { $n }: полный список дает команда shpalta verify.
fault-database = Поврежден сам файл базы: часть записей не прочитать
fault-lost = В резервной копии есть изменения, которых в редакции уже нет
fault-row = После последней копии запись изменена не «Шпальтой»
fault-text = Сохраненный текст — не тот, который записывали
fault-draft = Черновик не такой, каким его сохранили
fault-blocks = Абзацы правки не сходятся с ее текстом
fault-chain = В журнале решений не хватает записи
fault-decision = Решение в журнале не такое, каким его приняли
fault-reference = Запись ссылается на то, чего нет
fault-basis = Перевод сверен с абзацем, которого никогда не было
fault-link = Абзац перевода связан с абзацем, которого никогда не было
fault-wording = Абзац правки не записан среди формулировок текста
fault-export = Журнал экспорта называет не тот текст, который вышел
fault-media-missing = Файла фото нет: положите его обратно в папку media
fault-media-altered = Файл фото не тот, который добавляли
fault-media-erased = Файл стертого фото снова на месте: сотрите его еще раз
fault-erasure = Фото считается стертым, а такого решения не было
fault-board = Список материалов разошелся с материалами: тексты целы, список перестроит команда shpalta verify --rebuild

## Данные материала

details-title = Данные материала
details-read-only = Редакция открыта только для чтения.
details-writers = { $language ->
    [uk] Эти данные меняет тот, кто пишет на украинском.
    [en] Эти данные меняет тот, кто пишет на английском.
   *[ru] Эти данные меняет тот, кто пишет на русском.
}
details-editors = Меняет редактор.
details-editors-of = { $language ->
    [uk] Решает редактор украинской версии.
    [en] Решает редактор английской версии.
   *[ru] Решает редактор русской версии.
}
details-chiefs = Меняет главный редактор.
details-staff = Изменяет сотрудник редакции с ролью.
details-saved = Сохранено
details-dateline = Место и источник
details-place = Место
details-source = Источник
details-date = Дата
details-clock = Время
details-date-hint = Сама дата или со временем по Киеву: 20.01.2025, 11:56
details-when = Дата новости
details-embargo = Эмбарго
details-embargo-hint = До этого времени по Киеву материал не выпустит никто.
warning-embargo-after-export = Материал уже экспортирован: эмбарго ничего не уберет с сайта.
details-authors = Авторы
details-author-add = Добавить автора
details-author-remove = Убрать автора: { $name }
details-author-up = Переместить выше: { $name }
details-author-names = Имя на трех языках: { $name }
details-author-none = Авторы не указаны
details-name = { $language ->
    [uk] Имя на украинском
    [en] Имя на английском
   *[ru] Имя на русском
}
details-name-new = Новое: появится в списке редакции
details-suggestions = Подсказки
details-filing = Рубрика, теги, просмотры
details-section = Рубрика
details-tags = Теги
details-tags-hint = Через запятую
details-views = Просмотры на сайте
details-original = Оригинал
details-original-title = Сменить оригинал?
details-original-what = { $language ->
    [uk] Оригиналом станет украинская версия.
    [en] Оригиналом станет английская версия.
   *[ru] Оригиналом станет русская версия.
}
details-original-rows = Абзацы, которые соответствуют друг другу, останутся парами. Остальное будет отставать, пока его не переведут или не подтвердят.
details-original-do = Сменить оригинал
details-pages = Страницы
details-address = Адрес страницы
details-address-none = Появится вместе с текстом
details-follows = Перевод
details-photos = Фото в тексте
details-photo-none = В тексте нет фото
details-photo-slot = Пустое место для фото
details-credit = { $language ->
    [uk] Автор или источник фото на украинском
    [en] Автор или источник фото на английском
   *[ru] Автор или источник фото на русском
}
details-alt = Описание изображения
details-caption = Подпись
details-go = { $language ->
    [uk] К месту в украинском тексте
    [en] К месту в английском тексте
   *[ru] К месту в русском тексте
}
care-title = Права и безопасность
care-origin = Чье фото
care-origin-none = Не указано
care-origin-own = Наше
care-origin-handout = Пресс-службы
care-origin-agency = Агентства
care-origin-reader = Читателя
care-until = Использовать до
care-banned = Не использовать
care-shows = Что на фото
care-shows-civilian-strike = Последствия удара по гражданскому объекту
care-shows-military-strike = Последствия удара по военному объекту
care-shows-troops = Военные
care-shows-air-defense = Противовоздушная оборона
care-shows-person = Частное лицо
care-struck = Время удара по Киеву
care-struck-hint = Если не указано, считаем от добавления фото.
care-check = Позиция, лица, документы проверены
care-checked = Проверено: { $name }, { $when }
care-uncheck = Снять отметку

## Что видят читатели

readers-title = Что видят читатели
readers-of = Что снять или вернуть
readers-story = Весь материал
readers-hold = Придержать…
readers-withdraw = Снять с публикации…
readers-reinstate = Отменить снятие…
readers-now-withdrawn = Снято
readers-now-held = Придержано
readers-now-out = Страница на сайте
readers-now-never = Еще не экспортировано
readers-export = Экспортировать материал…
readers-see = После следующего экспорта вместо страницы читатели увидят:
readers-never-out = Страницы на сайте еще нет: читатели ничего не увидят.
readers-back = После следующего экспорта на страницу вернется утвержденный текст:
readers-not-back = Утвержденного текста нет, поэтому вместо страницы и дальше будет сообщение.
readers-note = Причина для читателей
readers-note-hint = Ее будет видно под сообщением. Можно не писать.
readers-note-inner = Примечание для редакции
readers-done-withdrawn = Снято с публикации. Осталось экспортировать.
readers-done-held = Придержано. Осталось экспортировать.
readers-done-reinstated = Снятие отменено. Осталось экспортировать.
notice-withdrawn = Материал снят с публикации.
notice-held = Материал временно снят: редакция проверяет факты.

## Рубрики

section-war = Война
section-politics = Политика
section-economy = Экономика
section-society = Общество
section-world = Мир
section-kyiv = Киев
section-incidents = Происшествия
section-health = Здоровье
section-culture = Культура
section-sports = Спорт
section-technology = Технологии

## Утверждение

review-submitted = На утверждение: { $person }, { $time }
review-returned = Возвращено: { $person }, { $time }
review-approved = Утверждено: { $person }, { $time }
review-state-draft = На утверждение еще не отправлено
review-state-changed = После отправки на утверждение текст изменен
review-state-not-started = Текста еще нет
review-state-approved = Текст утвержден
review-since = Изменения после правки { $revision } · утверждено: { $person }, { $time }
review-never = Еще не утверждали: новый весь текст
review-revision = { $language ->
    [uk] Украинская · правка { $revision }
    [en] Английская · правка { $revision }
   *[ru] Русская · правка { $revision }
}
review-side = { $language ->
    [uk] Украинская
    [en] Английская
   *[ru] Русская
}
review-original = { $language ->
    [uk] Оригинал · украинская
    [en] Оригинал · английская
   *[ru] Оригинал · русская
}
review-show = Что показать
review-show-all = Весь текст
review-show-changed = Только измененное
review-skipped = { $count ->
    [one] { $count } абзац без изменений
    [few] { $count } абзаца без изменений
   *[many] { $count } абзацев без изменений
}
review-nothing-changed = После утверждения в тексте ничего не изменено.
review-block-changed = Изменено
review-block-added = Добавлено
review-block-removed = Удалено
review-block-moved = Переставлено
review-block-missing = Не переведено
review-block-extra = Нет в оригинале
review-block-behind = Отстает от оригинала
review-block-news = Изменено только что
review-news = Текст только что изменен. Новое отмечено, решение еще не записано.
review-details = Данные материала изменены после утверждения.
review-details-open = Просмотреть данные
review-second-look = Утверждено без второго человека. Если с текстом все в порядке, нажмите «Утвердить».
review-mend = Исправить в тексте
review-translate = К переводу
review-kind = Что это за изменение
review-kind-awaited = Оригинал исправлен ({ $moment }): «{ $note }». Если здесь исправлено то же самое, скажите об этом и этим читателям.
review-kind-update = Дополнение
review-kind-update-tip = Новые факты
review-kind-correction = Исправление
review-kind-correction-tip = Мы ошиблись: примечание будет стоять на странице
review-kind-clarification = Уточнение
review-kind-clarification-tip = Читатели могли понять не так: примечание будет стоять на странице
review-kind-silent = Без примечания
review-kind-silent-tip = Только правописание
review-kind-silent-refused = Нельзя: изменились факты: { $facts }
review-note = Примечание для читателей
review-note-hint = Что было не так и как правильно. Будет стоять на странице.
review-return = Вернуть…
review-return-title = Вернуть на доработку
review-return-comment = Что доработать
review-return-needed = Напишите, что доработать: текст возвращают с комментарием.
review-revoke = Отменить утверждение…
review-revoke-title = Отменить утверждение?
review-revoke-out = Страница на сайте останется такой, как есть. Дальше эту версию не экспортируют, пока ее не утвердят снова.
review-revoke-in = Эту версию не экспортируют, пока ее не утвердят снова.
review-revoke-note = Причина
review-done-approve = Утверждено: { $headline }
review-done-return = Возвращено на доработку: { $headline }
review-done-revoke = Утверждение отменено: { $headline }
review-none-waits = Больше ничто не ждет утверждения.
review-minor-done = { $rows ->
    [0] Отмечено как мелкая правка. Ни один перевод ее не ждал.
    [one] Отмечено как мелкая правка: { $rows } абзац переводов остается актуальным.
    [few] Отмечено как мелкая правка: { $rows } абзаца переводов остаются актуальными.
   *[many] Отмечено как мелкая правка: { $rows } абзацев переводов остаются актуальными.
}
review-minor-marked = Мелкая правка
review-empty = Утверждать нечего: текста на этом языке еще нет.

## История

history-list = Правки и решения
history-revision = Правка { $revision }
history-option = Правка { $revision } · { $time } · { $person }
history-why-write = Написано
history-why-import = Импортировано из файла
history-why-restore = Возвращена прежняя правка
history-why-conflict = Отложено: тем временем сохранен другой текст
history-why-merge = Сведены два текста
history-about = Правка { $revision }
history-decision-submit = На утверждение
history-decision-return = Возвращено на доработку
history-decision-approve = Утверждено
history-decision-revoke = Утверждение отменено
history-decision-confirm = Перевод подтвержден
history-decision-minor = Мелкая правка: перевода не касается
history-decision-hold = Придержано
history-decision-withdraw = Снято с публикации
history-decision-reinstate = Снятие отменено
history-decision-override = Выпущено как исключение
history-decision-export = Экспортировано
history-decision-embargo = Изменено эмбарго
history-decision-original = Изменен оригинал
history-decision-staff = Изменен состав редакции
history-decision-policy = Изменены правила
history-decision-site = Изменены настройки сайта
history-decision-erase = Текст стерт
history-decision-parcel = Принят пакет
history-old = Было
history-new = Стало
history-view = Что показать
history-view-diff = Изменения
history-view-text = Текст
history-same = Тексты этих правок одинаковы.
history-unchanged-too = Без изменений: { $count ->
    [one] { $count } абзац
    [few] { $count } абзаца
   *[many] { $count } абзацев
}
history-field-headline = Заголовок
history-field-lead = Лид
history-field-body = Текст
history-field-search = Заголовок для поиска
history-field-push = Пуш
history-field-telegram = Пост в Telegram
history-field-social = Для соцсетей
history-restore-title = Вернуть правку { $revision }?
history-restore-what = Ее текст станет новой правкой поверх нынешней. Ничего не исчезнет: все правки останутся в истории.
history-restored = Возвращена правка { $revision }
history-conflict = Пока вы смотрели, текст изменили. Оба текста сохранены; просмотрите новый и попробуйте еще раз.
history-empty = Правок на этом языке еще нет.

## Экспорт

export-title = Экспорт
export-log-open = Журнал экспорта
export-stories = Материалы
export-stories-none = Готовых материалов нет. Готовый — это утвержденный и еще не экспортированный текст.
export-stories-all = { $count ->
    [one] Все: { $count } материал
    [few] Все: { $count } материала
   *[many] Все: { $count } материалов
}
export-stories-ready = Показать все готовые
export-languages = Языки
export-to = Куда
export-to-site = На сайт
export-to-copy = Копия в другую папку или файл
export-copy = Папка или файл
export-copy-hint = Имя на .zip — вся копия одним файлом; на .md.zip — то же в Markdown для Hugo; на .html — одна страница, чтобы отправить по почте.
export-site-none = Папка сайта не выбрана: экспортировать на сайт некуда.
export-site-set = К настройкам
export-editors = Экспортирует редактор. Проверить, что выйдет, может каждый.
export-check-again = Проверить еще раз
export-check-title = Проверка перед выпуском
export-check-first = Выберите материалы и языки: проверка покажет, что выйдет, а что останется.
export-check-aim = Выберите папку: куда экспортировать.
export-working-check = { $of ->
    [0] Проверка…
   *[other] Проверка: { $done } из { $of }
}
export-working = { $of ->
    [0] Экспорт…
   *[other] Экспорт: { $done } из { $of }
}
export-bringing = На сервер: { $done } из { $of }
export-left-seconds = еще { $n } с
export-left-minutes = еще { $n } мин
export-stop = Остановить
export-cancelled = Остановлено. Папка осталась такой, как была.
export-fate-written = Выйдет
export-fate-unchanged = Без изменений
export-fate-notice = Сообщение вместо страницы
export-fate-left = Останется, как есть
export-fate-absent = Не выйдет
export-done-written = Вышло
export-done-unchanged = Без изменений
export-done-notice = Сообщение вместо страницы
export-done-left = Осталось, как было
export-done-absent = Не вышло
export-news-first = Впервые
export-news-text = Что изменилось: правка { $old } → { $new }
export-news-details = Изменилось то, что вокруг текста: имена, дата, фото или подписи
export-news-around = Текст тот же: изменились ссылки, перечень языков или вид сайта
export-overridden = исключение
export-untitled = Без заголовка
export-held = { $count ->
    [one] { $count } версия остается: ее держит то, что отмечено ниже.
    [few] { $count } версии остаются: их держит то, что отмечено ниже.
   *[many] { $count } версий остаются: их держит то, что отмечено ниже.
}
export-nothing = Экспортировать нечего: папка уже такая, как нужно.
export-override = { $count ->
    [one] Выпустить как исключение: { $count } версию
    [few] Выпустить как исключение: { $count } версии
   *[many] Выпустить как исключение: { $count } версий
}
export-override-note = Касается только того, что разрешено обходить. Неутвержденное, снятое и то, что под эмбарго, не выйдет никогда.
export-override-reason = Причина исключения
export-override-needed = Без причины исключения не делают.
export-override-who = Выпустить как исключение может главный редактор.
export-brought = { $count ->
    [0] На сервере уже все есть.
    [one] На сервер перенесен { $count } файл.
    [few] На сервер перенесено { $count } файла.
   *[many] На сервер перенесено { $count } файлов.
}
export-server-waits = На сервере еще не все, что лежит в папке сайта. Экспорт перенесет остальное.
export-trust = Ключ тот же – доверять серверу
export-done = { $count ->
    [0] Экспортировано. Все файлы уже были на месте.
    [one] Экспортировано: записан { $count } файл.
    [few] Экспортировано: записано { $count } файла.
   *[many] Экспортировано: записано { $count } файлов.
}
export-done-removed = { $count ->
    [one] Убран { $count } файл.
    [few] Убрано { $count } файла.
   *[many] Убрано { $count } файлов.
}
export-done-same = { $count ->
    [one] Без изменений { $count } файл.
    [few] Без изменений { $count } файла.
   *[many] Без изменений { $count } файлов.
}
export-files = Записанные файлы
export-files-removed = Убранные файлы
export-more = Экспортировать другое

## Журнал экспорта

log-title = Журнал экспорта
log-at = Когда
log-person = Кто
log-folder = Куда
log-site = Сайт
log-pages = Страницы
log-overridden = Исключения
log-held = Не вышли
log-empty = Еще ничего не экспортировали.
log-show-pages = Показать подробности. Страниц:
log-revision = Правка { $number }
log-notice = Сообщение вместо страницы
log-override = Исключение: { $reason }
log-found = Проверка перед выпуском: { $findings }
log-more = Показать более ранние

## Импорт

import-title = Импортировать тексты и пакеты
import-incoming = Входящая папка
import-incoming-hint = Файлы .md, .txt и .html и пакеты .shpalta, которые лежат в ней, появятся в списке.
import-files = Файлы
import-files-none = Файлов еще нет. Выберите их или укажите папку, куда они приходят.
import-files-all = { $count ->
    [one] Все: { $count } файл
    [few] Все: { $count } файла
   *[many] Все: { $count } файлов
}
import-choose = Выбрать файлы…
import-language = Язык файлов, которые его не называют
import-language-none = Определить по тексту
import-do = { $count ->
    [0] Импортировать
    [one] Импортировать { $count } файл
    [few] Импортировать { $count } файла
   *[many] Импортировать { $count } файлов
}
import-done-title = Импорт
import-done = { $count ->
    [0] Ни один файл не взят.
    [one] Взят { $count } материал.
    [few] Взято { $count } материала.
   *[many] Взято { $count } материалов.
}
import-refused = { $count ->
    [one] Не взят { $count } файл. Он не изменен.
    [few] Не взято { $count } файла. Они не изменены.
   *[many] Не взято { $count } файлов. Они не изменены.
}
import-open = Открыть: { $headline }
import-notes = На что обратить внимание
import-note-line = Строка { $line }: { $note }
import-note-unknown-key = ключ «{ $key }» редакции незнаком; он сохранен
import-note-one-section = рубрикой стала только первая категория; остальное не взято: { $left }
import-note-furniture = «{ $text }» — часть страницы, а не текста; не взято
import-note-author-guessed = «{ $text }» принято за автора: строка стоит отдельно в конце
import-note-attribution-guessed = «{ $text }» принято за подпись к цитате: строка начинается с тире
import-note-language-guessed = язык определен по буквам: { $language }
import-note-year-guessed = год не указан; взята ближайшая такая дата — { $day }
import-note-hour-twice = { $local } в этот день наступает дважды из-за перевода часов; взято первое
import-note-views-rounded = «{ $text }» — округленное число просмотров; не взято
import-note-image-slot = фото { $address } в редакции пока нет; место для него пустое
import-about = { $what ->
    [date] Дата
    [views] Просмотры
    [embargo] Эмбарго
    [original] Оригинал
    [authors] Авторы
    [place] Место
    [source] Источник
    [section] Рубрика
    [tags] Теги
   *[author] Автор
}
import-contradiction = { $about }: остается { $ours }, а в файле { $theirs }
import-contradiction-in = { $about } ({ $language }): остается { $ours }, а в файле { $theirs }
import-kept-aside = { $language ->
    [uk] Украинскую версию тем временем сохранили с другим текстом: текст файла — правка { $revision } в истории.
    [en] Английскую версию тем временем сохранили с другим текстом: текст файла — правка { $revision } в истории.
   *[ru] Русскую версию тем временем сохранили с другим текстом: текст файла — правка { $revision } в истории.
}
import-again = Импортировать еще
import-pictures = Фото добавляют в открытом тексте или в разделе «Фото».

## Пакеты

parcel = пакет
parcel-known = Все из этого пакета в редакции уже есть.
parcel-brought = Принято: правок — { $revisions }, решений — { $decisions }, фото — { $media }.
parcel-decided = Решения коллег записаны в историю; здесь они ничего не утверждают.
parcel-apart = { $language }: правили и здесь, и у коллеги. В черновике — написанное здесь, рядом — правка { $theirs }. Свести их можно в тексте.
parcel-details = В пакете иначе, остается ваше: { $what }
parcel-people = Редакция еще не знает этих людей; прав здесь у них нет: { $names }
details-hand-over = Передать коллеге
send-open = Сохранить как пакет…
send-title = Передать материал
send-what = Пакет — это один файл со всеми версиями, правками, решениями и фото материала. Его можно отправить мессенджером или отдать на флешке.
send-warn = В нем есть каждое слово, которое в этом материале когда-либо написали, и фото такими, какими их взяли, — вместе с координатами. Отдавайте его только тому, кому можно это знать.
send-folder = Папка для пакета
send-do = Сохранить пакет
send-done = Сохранено: { $file } ({ $size })
send-missing = { $n ->
    [one] В пакете нет { $n } фото: его файл утрачен.
    [few] В пакете нет { $n } фото: их файлы утрачены.
   *[many] В пакете нет { $n } фото: их файлы утрачены.
}
apart-title = Эту версию правили и здесь, и у коллеги
apart-what = В черновике — написанное здесь; текст из пакета — правка { $theirs }.
apart-merge = Свести…
merge-title = Свести два текста · { $language }
merge-whole = Что поставить в черновик
merge-whole-together = Оба текста вместе
merge-whole-ours = Только написанное здесь
merge-whole-theirs = Только текст из пакета
merge-ours = Здесь
merge-theirs = Из пакета
merge-ours-out = Убрано здесь
merge-theirs-out = Убрано в пакете
merge-conflict = Место { $n }: чьи слова оставить
merge-nothing = без этих слов
merge-left = { $n ->
    [one] Осталось выбрать слова в { $n } месте.
    [few] Осталось выбрать слова в { $n } местах.
   *[many] Осталось выбрать слова в { $n } местах.
}
merge-both-stay = В истории останутся оба текста.
merge-do = Поставить в черновик
merge-done = Два текста сведены

## Фото

photos-title = Фото
photos-add = Добавить фото…
photos-count = { $count ->
    [one] { $count } фото
    [few] { $count } фото
   *[many] { $count } фото
}
photos-uncredited = { $count ->
    [0] У всех указан автор или источник
    [one] Без автора или источника: { $count }
    [few] Без автора или источника: { $count }
   *[many] Без автора или источника: { $count }
}
photos-show = Что показать
photos-show-all = Все
photos-show-uncredited = Без автора или источника
photos-none = Фото еще нет. Добавьте их здесь или вставьте в текст.
photos-none-uncredited = У каждого фото указан автор или источник.
photos-missing = Нет: { $languages }
photos-added-done = { $count ->
    [one] Добавлено { $count } фото
    [few] Добавлено { $count } фото
   *[many] Добавлено { $count } фото
}
photos-credit = Автор или источник

## Ошибки: что случилось и что цело; отдельно — что делать

error-no-newsroom = В папке { $path } редакции нет.
error-no-newsroom-remedy = Выберите другую папку или создайте редакцию.
error-not-a-newsroom = { $path } — не редакция «Шпальты». Ничего не изменено.
error-not-a-newsroom-remedy = Выберите папку редакции.
error-newer-newsroom = Редакция { $path } создана более новой «Шпальтой» (схема { $found }, а эта знает { $known }). Ничего не изменено.
error-newer-newsroom-remedy = Обновите «Шпальту» на этом компьютере.
error-damaged = База редакции { $path } повреждена. Файл остался таким, как был. Технические подробности: «{ $detail }».
error-damaged-remedy = Не меняйте его и восстановите последнюю резервную копию из папки backups.
error-read-only = { $path } можно читать, но нельзя изменять. Сохраненное ранее цело.
error-read-only-remedy = Проверьте права на папку или скопируйте ее в другое место.
error-locked = Редакция { $path } занята другой программой. Сохраненное ранее цело.
error-locked-remedy = Дождитесь, пока она закончит, и попробуйте еще раз.
error-disk-full = Диск, на котором лежит { $path }, заполнен. Сохраненное ранее цело.
error-disk-full-remedy = Освободите место и попробуйте еще раз.
error-newsroom-exists = В папке { $path } редакция уже есть. Она не изменена.
error-newsroom-exists-remedy = Откройте ее или выберите другую папку.
error-folder-not-empty = В папке { $path } уже что-то лежит. Ничего не изменено.
error-folder-not-empty-remedy = Выберите новую или пустую папку.
error-files = Не удалось прочитать или записать { $path }. Сохраненное ранее цело. Технические подробности: «{ $detail }».
error-files-remedy = Проверьте путь и права доступа.
error-backup-damaged = { $newest ->
    [none] Резервная копия { $path } повреждена. Из нее ничего не восстановлено. Технические подробности: «{ $detail }».
   *[other] Резервная копия { $path } повреждена. Из нее ничего не восстановлено. Последняя исправная копия: { $newest }. Технические подробности: «{ $detail }».
}
error-backup-damaged-remedy = Восстановите редакцию из другой копии.
error-backup-unverified = Копия { $path } не совпадает с редакцией. Она отброшена, сама редакция цела. Технические подробности: «{ $detail }».
error-backup-unverified-remedy = Попробуйте еще раз. Если ошибка повторится, проверьте диск и сделайте копию на другой.
error-backup-no-room = Для резервной копии в { $path } не хватает места: нужно { $needed } МБ, свободно { $free } МБ. Сохраненное ранее цело.
error-backup-no-room-remedy = Освободите место или сделайте копию на другой диск.
error-backup-busy = В { $path } уже пишется другая резервная копия.
error-backup-busy-remedy = Дождитесь, пока она закончится.
error-second-place = Копия в { $path } не сделана. Копия в папке редакции цела. Технические подробности: «{ $detail }».
error-second-place-remedy = Проверьте второй диск.
error-database = База данных ответила ошибкой. Сохраненное ранее цело. Технические подробности: «{ $detail }».
error-database-remedy = Попробуйте еще раз. Если ошибка повторится, проверьте редакцию командой shpalta verify.
error-no-person = Человека по имени { $person } в редакции нет.
error-no-person-remedy = Выберите человека из списка редакции.
error-no-story = Материала { $slug } нет.
error-no-story-remedy = Вернитесь к списку материалов.
error-story-exists = Материал { $slug } уже есть. Он не изменен.
error-story-exists-remedy = Измените заголовок или откройте тот материал.
error-no-text = { $language ->
    [uk] Украинского текста еще нет.
    [en] Английского текста еще нет.
    [ru] Русского текста еще нет.
   *[other] Текста еще нет.
}
error-no-text-remedy = Сначала напишите его или импортируйте.
error-no-revision = Правки { $number } в этой версии нет.
error-no-revision-remedy = Выберите правку в истории.
error-text-erased = Текст правки { $number } стерт.
error-text-erased-remedy = Выберите другую правку в истории.
error-text-in-use = { $place ->
    [approved] Текст правки { $number } утвержден, поэтому стереть его нельзя.
    [exported] Текст правки { $number } экспортирован, поэтому стереть его нельзя.
   *[other] Текст правки { $number } еще в работе, поэтому стереть его нельзя.
}
error-text-in-use-remedy = { $place ->
    [approved] Сначала утвердите текст без этих слов или отмените утверждение.
    [exported] Сначала экспортируйте текст без этих слов или снимите страницу с публикации.
   *[other] Сначала сохраните текст без этих слов.
}
error-no-row = Абзаца { $row } в переводе нет.
error-no-row-remedy = Откройте перевод еще раз.
error-no-block = Абзаца { $block } в тексте нет.
error-no-block-remedy = Откройте текст еще раз.
error-bad-value = { $key ->
    [date] Дата «{ $value }» не распознана. Ничего не изменено.
    [embargo] Время эмбарго «{ $value }» не распознано. Ничего не изменено.
    [until] Дата «{ $value }» не распознана. Ничего не изменено.
    [struck] Время удара «{ $value }» не распознано. Ничего не изменено.
    [views] «{ $value }» — не число просмотров. Ничего не изменено.
    [url] «{ $value }» — не адрес сайта. Ничего не изменено.
   *[other] Значение «{ $value }» здесь не подходит. Ничего не изменено.
}
error-bad-value-remedy = { $key ->
    [date] Напишите так: 2025-01-20 или 2025-01-20 11:56.
    [embargo] Напишите так: 2025-01-20 11:56.
    [until] Напишите так: 31.01.2027.
    [struck] Напишите дату и время: 20.01.2025 и 11:56.
    [views] Напишите целое число.
    [url] Напишите адрес, который начинается с https://.
   *[other] Исправьте его и попробуйте еще раз.
}
error-no-key = Поля «{ $key }» нет. Ничего не изменено.
error-no-key-remedy = Перезапустите «Шпальту» и попробуйте еще раз.
error-address-taken = Адрес { $address } принадлежит другому материалу. Ничего не изменено.
error-address-taken-remedy = Напишите другой адрес страницы.
error-no-role = { $role ->
    [reporter] { $person }: роли корреспондента в этих языках нет. Ничего не изменено.
    [translator] { $person }: роли переводчика в этих языках нет. Ничего не изменено.
    [editor] { $person }: роли редактора в этих языках нет. Ничего не изменено.
   *[chief] { $person }: роли главного редактора в этих языках нет. Ничего не изменено.
}
error-no-role-remedy = У кого какая роль, видно в таблице людей.
error-owner-stays = { $person } — владелец редакции: эти права не забирают. Ничего не изменено.
error-owner-stays-remedy = Забрать можно только роль, которую кто-то получил.
error-no-name = Этой записи в списке уже нет. Ничего не изменено.
error-no-name-remedy = Откройте список еще раз и выберите запись.
error-name-taken = { $name }: такая запись в этом списке уже есть. Ничего не изменено.
error-name-taken-remedy = Допишите то, по чему их различат: полное имя, область.
error-not-allowed = { $needed ->
    [chief] Не хватает прав: это решает главный редактор. Ничего не изменено.
    [editor] Не хватает прав: это решает редактор. Ничего не изменено.
    [editor_uk] Не хватает прав: это решает редактор украинской версии. Ничего не изменено.
    [editor_en] Не хватает прав: это решает редактор английской версии. Ничего не изменено.
    [editor_ru] Не хватает прав: это решает редактор русской версии. Ничего не изменено.
    [role] Не хватает прав: для этого нужна роль в редакции. Ничего не изменено.
    [role_uk] Не хватает прав на украинский текст. Ничего не изменено.
    [role_en] Не хватает прав на английский текст. Ничего не изменено.
    [role_ru] Не хватает прав на русский текст. Ничего не изменено.
   *[other] Не хватает прав. Ничего не изменено.
}
error-not-allowed-remedy = Обратитесь к тому, у кого есть эти права, или к главному редактору.
error-four-eyes = Правило двух: не утверждает тот, кто отправил текст или писал в нем последним ({ $person }).
error-four-eyes-remedy = Позовите другого редактора.
error-original-not-approved = Оригинал еще не утвержден. Текст перевода сохранен.
error-original-not-approved-remedy = Сначала утвердите оригинал.
error-behind = { $number ->
    [one] { $number } абзац отстает от оригинала.
    [few] { $number } абзаца отстают от оригинала.
   *[many] { $number } абзацев отстает от оригинала.
}
error-behind-remedy = Обновите перевод или отметьте «Правка не нужна».
error-stop-findings = { $number ->
    [one] { $number } ошибка не дает утвердить текст.
    [few] { $number } ошибки не дают утвердить текст.
   *[many] { $number } ошибок не дают утвердить текст.
}
error-stop-findings-remedy = Исправьте отмеченное и попробуйте еще раз.
error-already-approved = Этот текст уже утвержден.
error-already-approved-remedy = Делать ничего не нужно.
error-already-in-review = Этот текст уже на утверждении.
error-already-in-review-remedy = Дождитесь решения.
error-not-in-review = Эта версия не на утверждении.
error-not-in-review-remedy = Сначала отправьте текст на утверждение.
error-not-approved = Утвержденной правки в этой версии нет.
error-not-approved-remedy = Отменять нечего.
error-is-original = Это оригинал, а не перевод.
error-is-original-remedy = Выберите язык перевода.
error-nothing-to-confirm = Абзац { $row } актуален: подтверждать нечего.
error-nothing-to-confirm-remedy = Делать ничего не нужно.
error-old-facts-kept = Оригинал изменился, а в переводе (абзац { $row }) осталось старое: { $facts }.
error-old-facts-kept-remedy = Исправьте перевод или напишите, почему он верен.
error-not-inserted = { $obstacle ->
    [taken] Абзац { $row } уже переведен.
    [quote] Абзац { $row } называет, кто это сказал, а сама цитата еще не переведена. Ваши слова в окне.
    [table] Абзац { $row } — часть таблицы, отдельно его не вставить. Ваши слова в окне.
   *[other] Эти слова не могут стоять как абзац { $row }. Они в окне.
}
error-not-inserted-remedy = { $obstacle ->
    [taken] Откройте перевод еще раз.
    [quote] Сначала переведите цитату.
   *[other] Скопируйте их и впишите в текст сами.
}
error-not-changed = Абзац { $block } не менялся.
error-not-changed-remedy = Выберите измененный абзац.
error-not-silent = Изменились факты: { $facts }. Читатели должны об этом знать.
error-not-silent-remedy = Выберите «Дополнение», «Исправление» или «Уточнение».
error-note-needed = К такому изменению нужно примечание для читателей.
error-note-needed-remedy = Напишите, что изменено.
error-reason-needed = Нужна причина.
error-reason-needed-remedy = Напишите ее одним предложением.
error-no-decision = Это ничего не меняет: все уже так.
error-no-decision-remedy = Делать ничего не нужно.
error-bad-media = Это фото нельзя использовать: файл слишком велик или это не JPEG, PNG, WebP, GIF или HEIC.
error-bad-media-remedy = Сохраните его как JPEG или PNG и добавьте еще раз.
error-media-in-use = Фото нельзя стереть: его показывает опубликованная страница материала { $slug }. Ничего не изменено.
error-media-in-use-remedy = Сначала экспортируйте материал без этого фото или снимите страницу с публикации.
error-file-in-the-way = Файл { $path } уже есть, и это не пакет Шпальты. Он не изменен.
error-file-in-the-way-remedy = Выберите другое имя.
error-not-a-parcel = { $path } — не пакет Шпальты. Ничего не изменено.
error-not-a-parcel-remedy = Выберите файл .shpalta.
error-newer-parcel = Пакет { $path } сделан более новой Шпальтой. Ничего не изменено.
error-newer-parcel-remedy = Обновите Шпальту на этом компьютере.
error-parcel-truncated = Пакет { $path } оборван: не хватает конца файла. Ничего не изменено.
error-parcel-truncated-remedy = Загрузите его еще раз.
error-parcel-altered = Пакет { $path } изменен после того, как его сделали. В редакции ничего не изменено.
error-parcel-altered-remedy = Попросите прислать его еще раз и выясните, через чьи руки он прошел.
error-parcel-too-large = В пакете { $path } есть что-то больше { $limit } МБ. Ничего не изменено.
error-parcel-too-large-remedy = Попросите прислать материал с меньшими фото.
error-parcel-contradicts = { $what ->
    [known] Пакет { $path } иначе описывает правку, которая здесь уже есть. Ничего не изменено.
    [chain] Решения в пакете { $path } противоречат тем, что уже есть в журнале. Ничего не изменено.
   *[other] Части пакета { $path } не сходятся между собой. Ничего не изменено.
}
error-parcel-contradicts-remedy = { $what ->
    [chain] Попросите прислать материал файлами Markdown и импортируйте их.
   *[other] Спросите, как сделан этот пакет.
}
error-nothing-to-merge = В правке { $number } нет ничего, чего не хватало бы черновику.
error-nothing-to-merge-remedy = Выберите другую правку в истории.
error-merge-conflicts = { $number ->
    [one] В тексте { $number } место, где здесь и там изменены те же слова. Ничего не сведено.
    [few] В тексте { $number } места, где здесь и там изменены те же слова. Ничего не сведено.
   *[many] В тексте { $number } мест, где здесь и там изменены те же слова. Ничего не сведено.
}
error-merge-conflicts-remedy = В каждом месте выберите одно из двух.
error-operation-reused = Это действие уже выполнено с другим результатом. Второй раз оно не выполнено.
error-operation-reused-remedy = Нажмите еще раз.
error-text-changed = Текст изменился, пока был на экране. Решение не записано, оба текста целы.
error-text-changed-remedy = Прочитайте новый текст и нажмите еще раз.
error-export-cancelled = Экспорт остановлен. Сайт остался таким, как был.
error-export-cancelled-remedy = Запустите его снова, когда будет нужно.
error-nothing-open = Ни одна редакция не открыта. Ничего не изменено.
error-nothing-open-remedy = Откройте папку редакции или создайте новую.
error-no-backup = Исправной резервной копии для { $path } нет. Ничего не изменено.
error-no-backup-remedy = Если копия есть на другом диске, восстановите ее командой shpalta restore.
error-folder-not-absolute = «{ $path }» — неполный путь к папке. Ничего не изменено.
error-folder-not-absolute-remedy = Запишите путь полностью или нажмите «Выбрать…».
error-folder-missing = Такой папки сейчас нет.
error-folder-missing-remedy = Проверьте, подключен ли диск, и попробуйте еще раз.
error-folder-not-shown = Не удалось показать папку { $path }. Технические подробности: «{ $detail }».
error-folder-not-shown-remedy = Откройте ее в файловом менеджере.
error-bad-request = Окно и редакция не поняли друг друга. Ничего не изменено. Технические подробности: «{ $detail }».
error-bad-request-remedy = Перезапустите «Шпальту» и попробуйте еще раз.
error-database-held = База данных не отвечает: возможно, ее держит другая программа.
error-database-held-remedy = Закройте программу, которая работает с этой же редакцией, или подождите.
error-no-answer = Диск не отвечает. Сохранены ли последние слова, пока неизвестно.
error-no-answer-remedy = Подождите или нажмите «Скопировать текст».
error-unknown = Произошла неожиданная ошибка. Сохраненное ранее цело. Технические подробности: «{ $detail }».
error-unknown-remedy = Попробуйте еще раз. Если не поможет, перезапустите «Шпальту».

import-place = { $line ->
    [none] { $file }
   *[other] { $file }, строка { $line }
}
error-import-missing = { import-place }: такого файла нет.
error-import-missing-remedy = Проверьте путь и имя файла.
error-import-unreadable = { import-place }: файл не удалось прочитать. Технические подробности: «{ $detail }».
error-import-unreadable-remedy = Проверьте права на файл и его папку.
error-import-not-a-file = { import-place }: это не текстовый файл.
error-import-not-a-file-remedy = Выберите файл с текстом.
error-import-symlink-loop = { import-place }: ссылки ведут по кругу.
error-import-symlink-loop-remedy = Выберите сам файл, а не ссылку на него.
error-import-outside = { import-place }: файл лежит вне папки { $root }.
error-import-outside-remedy = Перенесите файл в эту папку.
error-import-too-large = { import-place }: файл больше { $limit } МБ.
error-import-too-large-remedy = Разделите файл или сохраните страницу без картинок внутри.
error-import-not-utf8 = { $guess ->
    [none] { import-place }: это не текст в UTF-8.
   *[other] { import-place }: это не текст в UTF-8, похоже на { $guess }.
}
error-import-not-utf8-remedy = Сохраните файл еще раз в кодировке UTF-8.
error-import-nul = { import-place }: в файле есть нулевой байт, значит, это не текст.
error-import-nul-remedy = Сохраните его как обычный текст.
error-import-kind-unknown = { import-place }: файлы «{ $extension }» импортировать нельзя.
error-import-kind-unknown-remedy = Сохраните текст как .md, .txt или .html.
error-import-yaml = { import-place }: ошибка в шапке файла. Технические подробности: «{ $detail }».
error-import-yaml-remedy = Исправьте эту строку; текст с двоеточием или кавычками берите в кавычки.
error-import-yaml-twice = { import-place }: поле «{ $key }» стоит дважды.
error-import-yaml-twice-remedy = Оставьте одно из двух.
error-import-yaml-type = { import-place }: в поле «{ $key }» не то значение.
error-import-yaml-type-remedy = Исправьте значение в этой строке.
error-import-front-matter-open = { import-place }: шапка файла не закрыта.
error-import-front-matter-open-remedy = Поставьте строку «---» между шапкой и текстом.
error-import-toml = { import-place }: шапка файла написана в TOML.
error-import-toml-remedy = Перепишите ее как YAML: «поле: значение» между двумя строками «---».
error-import-language-unknown = { import-place }: языка «{ $said }» здесь нет.
error-import-language-unknown-remedy = Напишите uk, en или ru.
error-import-language-other = { import-place }: в файле назван другой язык, чем выбран.
error-import-language-other-remedy = Исправьте язык в файле или в его имени либо выберите другой.
error-import-language-unsaid = { import-place }: по буквам не понять, на каком языке текст.
error-import-language-unsaid-remedy = Выберите язык.
error-import-edition-twice = { import-place }: версия на этом языке уже взята из { $other }.
error-import-edition-twice-remedy = Импортируйте по одному файлу на язык.
error-import-headline-missing = { import-place }: нет заголовка.
error-import-headline-missing-remedy = Добавьте строку «title:» или начните текст с заголовка.
error-import-page-too-deep = { import-place }: страница слишком сложна для новости.
error-import-page-too-deep-remedy = Скопируйте ее текст в файл .txt.

error-export-no-site-folder = Папка сайта не выбрана. Ничего не экспортировано.
error-export-no-site-folder-remedy = Выберите ее в настройках.
error-export-no-folder = Папки { $path } нет. Ничего не экспортировано.
error-export-no-folder-remedy = Создайте папку, в которой она лежит, или подключите диск.
error-export-in-newsroom = Папка { $path } принадлежит редакции. Ничего не экспортировано.
error-export-in-newsroom-remedy = Выберите папку вне редакции: экспортированное увидят все.
error-export-busy = В папку { $path } уже пишет другой экспорт.
error-export-busy-remedy = Дождитесь, пока он закончит, и экспортируйте еще раз.
error-export-foreign-file = { $path } не принадлежит сайту и мешает. Файл остался таким, как был.
error-export-foreign-file-remedy = Уберите его оттуда или выберите другую папку.
error-export-leads-out = { $path } ведет за пределы папки сайта. Ничего не экспортировано.
error-export-leads-out-remedy = Замените ссылку папкой или выберите другую папку.
error-export-bad-manifest = Файл { $path } нельзя использовать. Сайт остался таким, как был. Технические подробности: «{ $detail }».
error-export-bad-manifest-remedy = Уберите файл, чтобы экспортировать все заново, или восстановите его из резервной копии.
error-export-bad-address = «{ $address }» не может быть адресом страницы.
error-export-bad-address-remedy = Напишите адрес латинскими буквами, цифрами и дефисами.
error-export-address-taken = На { $path } претендуют два материала; другой — { $story }.
error-export-address-taken-remedy = Измените один из адресов; если уже изменено, экспортируйте все материалы вместе.
error-export-disk-full = Диск, на котором лежит { $path }, заполнен. Тексты редакции целы.
error-export-disk-full-remedy = Освободите место и экспортируйте еще раз.
error-export-not-allowed = В { $path } нельзя писать. Тексты редакции целы.
error-export-not-allowed-remedy = Попросите права на запись или выберите другую папку.
error-export-not-read = Не удалось прочитать { $path }. Тексты редакции целы. Технические подробности: «{ $detail }».
error-export-not-read-remedy = Проверьте диск и экспортируйте еще раз.
error-export-not-written = Не удалось записать { $path }. Тексты редакции целы. Технические подробности: «{ $detail }».
error-export-not-written-remedy = Проверьте диск и экспортируйте еще раз: начатое будет закончено.
error-export-theme = Файл темы { $place } нельзя использовать. Сайт остался таким, как был. Технические подробности: «{ $detail }».
error-export-theme-remedy = Исправьте этот файл в папке theme редакции или уберите его — тогда будет встроенный.
error-export-not-one-edition = В файл { $path } можно записать только один язык одной новости.
error-export-not-one-edition-remedy = Выберите одну новость и один язык. Весь сайт вмещает файл, название которого заканчивается на .zip.
error-export-template = Страницу не удалось сделать. Сайт остался таким, как был. Технические подробности: «{ $detail }».
error-export-template-remedy = Сообщите разработчикам: шаблоны — часть программы.
error-server-bad-address = «{ $server }» – не адрес сервера.
error-server-bad-address-remedy = Напишите sftp://пользователь@сервер/папка или s3://ключ@хранилище/папка?endpoint=https://хост.
error-server-unreachable = Сервер { $server } недоступен. Тексты редакции целы. Технические подробности: «{ $detail }».
error-server-unreachable-remedy = Проверьте связь и экспортируйте еще раз: экспорт пойдет дальше с того места, где оборвался.
error-server-refused = Сервер { $server } не впускает: ни ключ, ни пароль не подошли.
error-server-refused-remedy = Проверьте пароль в настройках сайта или добавьте ключ в агент SSH.
error-server-no-secret = Для сервера { $server } нет пароля.
error-server-no-secret-remedy = Введите его в настройках сайта.
error-server-unknown = Сервер { $server } еще не знаком. Он показывает ключ { $fingerprint }. Ничего не экспортировано.
error-server-unknown-remedy = Сравните ключ с тем, который сообщает хостинг. Если он тот же, пусть главный редактор подтвердит, что серверу доверяют.
error-server-changed = Сервер { $server } показывает не тот ключ, что раньше: { $fingerprint }. Ничего не экспортировано.
error-server-changed-remedy = Спросите у хостинга, меняли ли ключ. Если нет, отвечает кто-то другой; если да, впишите новый ключ в адрес.
error-server-no-folder = На сервере { $server } нет такой папки или хранилища.
error-server-no-folder-remedy = Создайте ее там или исправьте адрес в настройках сайта.
error-server-forbids = Сервер { $server } не дает писать в { $path }.
error-server-forbids-remedy = Попросите у хостинга права на запись и экспортируйте еще раз: экспорт пойдет дальше с того места, где оборвался.
error-server-no-keyring = Системное хранилище паролей не отвечает. Технические подробности: «{ $detail }».
error-server-no-keyring-remedy = Разблокируйте его и попробуйте еще раз.
error-no-server = У сайта нет сервера.
error-no-server-remedy = Впишите его адрес в настройках сайта.

## Меню, окна системы, уведомления

menu-story = Материал
menu-edit = Правка
menu-view = Вид
menu-help = Справка
menu-close = Закрыть окно
menu-not-here = Здесь этого сделать нельзя.
dialog-folder-newsroom = Папка редакции
dialog-folder-site = Папка сайта
dialog-folder-copy = Папка для копии
dialog-folder-incoming = Папка, куда приходят тексты
dialog-folder-backups = Второе место для резервных копий
dialog-folder-parcel = Куда сохранить пакет
dialog-folder-texts = Куда сохранить тексты
dialog-texts = Тексты и пакеты для импорта
dialog-image = Фото
dialog-filter-texts = Тексты и пакеты
dialog-filter-images = Изображения
notice-approve = { $n ->
    [one] Вашего утверждения ждет { $n } текст
    [few] Вашего утверждения ждут { $n } текста
   *[many] Вашего утверждения ждут { $n } текстов
}
notice-translate = { $n ->
    [one] Перевода ждет { $n } текст
    [few] Перевода ждут { $n } текста
   *[many] Перевода ждут { $n } текстов
}
