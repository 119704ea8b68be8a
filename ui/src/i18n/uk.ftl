app-name = Шпальта

## Розділи

nav-label = Розділи
nav-board = Матеріали
nav-write = Мої матеріали
nav-translate = Мені на переклад
nav-approve = Мені на затвердження
nav-ready = Готові до експорту
nav-reference = Довідкове
nav-archive = Архів
nav-photos = Фото
nav-export = Експорт
nav-export-log = Журнал експорту
nav-settings = Налаштування
nav-shortcuts = Клавіші
nav-people = Хто працює
nav-person = { $name } · { $role }

## Фільтри

filter-open = У роботі
filter-behind = Відстають
filter-review = На затвердженні
filter-embargoed = Під ембарго
filter-withdrawn = Зняті

## Стани

pill-withdrawn = Знято
pill-withdrawn-tip = Сторінку знято: читачі бачать повідомлення
pill-held = Притримано
pill-held-tip = Сторінку притримано, поки перевіряють факти
pill-not-started = Не розпочато
pill-not-started-tip = Тексту цією мовою ще немає
pill-returned = Повернуто
pill-returned-tip = Повернуто на доопрацювання
pill-draft-part = Чернетка { $written }/{ $rows }
pill-draft-part-tip = { $rows ->
    [one] Перекладено { $written } з { $rows } абзацу
    [few] Перекладено { $written } з { $rows } абзаців
   *[many] Перекладено { $written } з { $rows } абзаців
}
pill-errors = Помилки · { $count }
pill-errors-tip = { $count ->
    [one] { $count } помилка не дає випустити текст
    [few] { $count } помилки не дають випустити текст
   *[many] { $count } помилок не дають випустити текст
}
pill-behind = Відстає · { $count }
pill-behind-tip = { $count ->
    [one] { $count } абзац не відповідає оригіналу
    [few] { $count } абзаци не відповідають оригіналу
   *[many] { $count } абзаців не відповідають оригіналу
}
pill-in-review = На затвердженні
pill-in-review-tip = Текст чекає на рішення
pill-draft = Чернетка
pill-draft-tip = Текст ще не надіслано на затвердження
pill-changed = Змінено
pill-changed-tip = Змінено після затвердження
pill-newer-text = Є новіша правка
pill-newer-text-tip = Затверджено новішу правку, ніж експортовано
pill-exported = Експортовано
pill-exported-tip = Експортовано затверджену правку
pill-approved = Затверджено
pill-approved-tip = Затверджено, ще не експортовано
pill-embargo = Ембарго до { $time }
pill-embargo-tip = Не раніше { $time }
pill-second-look = Друга перевірка
pill-second-look-tip = Затверджено без другої людини: хай перегляне ще хтось
pill-coming = Оригінал правлять
pill-coming-tip = { $count ->
    [one] Після затвердження оригіналу відставатиме { $count } абзац
    [few] Після затвердження оригіналу відставатимуть { $count } абзаци
   *[many] Після затвердження оригіналу відставатимуть { $count } абзаців
}

## Дії

action-submit = На затвердження
action-approve = Затвердити
action-approve-next = Затвердити й далі
action-return = Повернути
action-revoke = Скасувати затвердження
action-still-right = Змін не треба
action-still-right-tip = Оригінал змінився, але переклад лишається правильним
action-insert-original = Вставити оригінал
action-minor = Дрібна правка: перекладу не стосується
action-withdraw = Зняти з публікації
action-reinstate = Скасувати зняття
action-hold = Притримати
action-export = Експортувати
action-export-ready = Експортувати готові ({ $count })
action-compare = Порівняти
action-restore = Повернути цю правку
action-preview = Як на сайті
action-print-page = Друк
action-open-folder = Відкрити теку
action-copy-text = Скопіювати текст
action-find = Знайти
action-replace = Замінити
action-new-story = Новий матеріал
action-next = Далі
action-open = Відкрити
action-choose = Вибрати…
action-add = Додати
action-cancel = Скасувати
action-close = Закрити

## Мови

language-uk = Українська
language-en = Англійська
language-ru = Російська
language-own = Українська
in-language-uk = українською
in-language-en = англійською
in-language-ru = російською
from-language-uk = з української
from-language-en = з англійської
from-language-ru = з російської
original-uk = оригінал: українська
original-en = оригінал: англійська
original-ru = оригінал: російська

## Ролі

role-reporter = кореспондент
role-translator = перекладач
role-editor = редактор
role-chief = головний редактор
role-owner = власник

## Перевірки

severity-stop = Помилка
severity-stop-tip = Не випустить
severity-warn = Увага
finding-not-approved = Затвердженої правки немає
finding-behind = Переклад відстає від оригіналу
finding-details-changed = Дані матеріалу змінено після затвердження
finding-embargo = Діє ембарго
finding-withdrawn = Знято з публікації
finding-empty-headline = Немає заголовка
finding-empty-lead = Немає ліду
finding-long-headline = Заголовок довший за 90 знаків
finding-missing-media = Файлу фото немає
finding-unusable-media = Файл фото не можна використати
finding-empty-image-slot = Місце для фото порожнє
finding-missing-alt = Немає опису зображення
finding-missing-caption = Немає підпису
finding-missing-credit = Немає автора або джерела фото
finding-photo-banned = Фото не можна використовувати
finding-photo-expired = Строк використання фото минув
finding-photo-waits = Зарано для фото наслідків удару
finding-photo-unchecked = Фото не перевірено: позиція, обличчя, документи
finding-no-ukrainian = Немає української сторінки
finding-short-ukrainian = Українська сторінка помітно коротша
finding-dead-link = Посилання веде до матеріалу без сторінки
finding-address-taken = Адресу займає сторінка іншого матеріалу

## Збереження

saved-all = Увесь текст збережено на цьому комп’ютері
saved-at = Збережено { $time }
saved-saving = Збереження…
saved-failed = НЕ ЗБЕРЕЖЕНО
saved-failed-safe = Текст не втрачено: він у вікні.
saved-kept = У ЖУРНАЛІ ВІДНОВЛЕННЯ
saved-kept-at = У журналі відновлення { $time }
saved-kept-safe = Набране лягає в журнал відновлення на диску й саме перейде в редакцію, щойно її можна буде змінювати.
saved-again = Збереження відновилося: усе набране на диску
saved-adrift = { $n ->
    [one] { $n } текст є лише в пам’яті цього вікна: не закривайте його. Щойно диск запрацює, текст збережеться сам.
    [few] { $n } тексти є лише в пам’яті цього вікна: не закривайте його. Щойно диск запрацює, тексти збережуться самі.
   *[many] { $n } текстів є лише в пам’яті цього вікна: не закривайте його. Щойно диск запрацює, тексти збережуться самі.
}
saved-copied = Текст скопійовано
texts-write = Зберегти тексти в теку…
texts-title = Зберегти тексти в теку
texts-what = Кожен незбережений текст стане окремим файлом .md, який можна буде імпортувати.
texts-folder = Куди
texts-folder-hint = Найкраще – на інший диск або флешку. У цій теці з’явиться нова.
texts-closing = Разом із вікном зникне те, чого немає на жодному диску.
texts-do = Зберегти
texts-done = { $n ->
    [one] { $n } текст записано в теку { $folder }
    [few] { $n } тексти записано в теку { $folder }
   *[many] { $n } текстів записано в теку { $folder }
}

## Час і розміри

time-just-now = щойно
time-moments = менше хвилини
time-minutes = { $n } хв
time-hours = { $n } год
time-days = { $n } дн.
time-ago = { $age } тому
time-day = { $month ->
    [1] { $day } січня
    [2] { $day } лютого
    [3] { $day } березня
    [4] { $day } квітня
    [5] { $day } травня
    [6] { $day } червня
    [7] { $day } липня
    [8] { $day } серпня
    [9] { $day } вересня
    [10] { $day } жовтня
    [11] { $day } листопада
   *[12] { $day } грудня
}
time-day-year = { time-day } { $year }
time-moment = { $day }, { $time }
size-kilobytes = { $n } КБ
size-megabytes = { $n } МБ

## Частини вікна

diff-removed = вилучено
diff-added = додано
waiting = Зачекайте…

## Клавіші

shortcuts-title = Клавіші
shortcuts-note = Поєднання з Ctrl і Alt діють у будь-якій розкладці.
shortcuts-here = Діють тут
shortcuts-elsewhere = На інших екранах
scope-window = Усюди
scope-board = Матеріали
scope-story = Матеріал
scope-text = Текст
scope-translate = Переклад
scope-review = Затвердження
shortcut-shortcuts = Показати клавіші
shortcut-new-story = Новий матеріал
shortcut-import = Імпортувати тексти
shortcut-search = Шукати в матеріалах
shortcut-nav-board = Матеріали
shortcut-nav-write = Мої матеріали
shortcut-nav-translate = Мені на переклад
shortcut-nav-approve = Мені на затвердження
shortcut-nav-ready = Готові до експорту
shortcut-export = Експорт
shortcut-settings = Налаштування
shortcut-save = Зберегти зараз
shortcut-preview = Як на сайті
shortcut-print-page = Надрукувати сторінку або зберегти як PDF
shortcut-details = Дані матеріалу
shortcut-back = Назад
shortcut-language-uk = Українська версія
shortcut-language-en = Англійська версія
shortcut-language-ru = Російська версія
shortcut-mode-write = Текст
shortcut-mode-translate = Переклад
shortcut-mode-review = Затвердження
shortcut-mode-history = Історія
shortcut-submit = На затвердження
shortcut-next-finding = Наступне зауваження
shortcut-bold = Жирний
shortcut-italic = Курсив
shortcut-link = Посилання
shortcut-story-link = Посилання на матеріал
shortcut-section-details = Розділ «Деталі»
shortcut-section-background = Розділ «Нагадаємо»
shortcut-bullet-list = Маркований список
shortcut-numbered-list = Нумерований список
shortcut-quote = Цитата
shortcut-attribution = Хто сказав
shortcut-image = Додати фото
shortcut-undo = Скасувати
shortcut-redo = Повторити
shortcut-find = Знайти в тексті
shortcut-select-all = Виділити все
shortcut-suggestion = Узяти підказку { $number }
shortcut-next-behind = Наступний абзац, що відстає
shortcut-previous-behind = Попередній абзац, що відстає
shortcut-confirm = Готово або змін не треба
shortcut-insert-original = Вставити оригінал
shortcut-approve = Затвердити
shortcut-approve-next = Затвердити й далі
key-ctrl = Ctrl
key-alt = Alt
key-shift = Shift
key-escape = Esc

## Матеріали: список

board-search = Шукати в заголовках
board-import = Імпортувати…
board-filters = Які матеріали
board-column-story = Матеріал
board-column-changed = Змінено
board-untitled = Без заголовка
board-hints = ⏎ відкрити · ← → мова · / шукати
board-original-changed = оригінал змінено { $ago }
board-waiting = чекає { $age }
board-coming = оригінал правлять
board-revision = Правка { $number }
board-revision-approved = Правка { $number }, затверджена
board-revision-beside = Правка { $number }, затверджена – { $approved }
board-warnings = { $count ->
    [one] { $count } зауваження
    [few] { $count } зауваження
   *[many] { $count } зауважень
}
board-new = Матеріалів ще немає. Почніть новий або імпортуйте готові тексти.
board-found-nothing = За запитом «{ $search }» нічого немає.
board-search-archive = Шукати в архіві
board-search-clear = Очистити пошук
board-nothing-open = У роботі зараз нічого немає.
board-nothing-behind = Жоден переклад не відстає від оригіналу.
board-nothing-review = На затвердження зараз нічого не чекає.
board-nothing-embargoed = Під ембарго зараз нічого немає.
board-nothing-withdrawn = Знятих матеріалів немає.
board-nothing-write = Ваших матеріалів у роботі зараз немає.
board-nothing-translate = На ваш переклад зараз нічого не чекає.
board-nothing-approve = На ваше затвердження зараз нічого не чекає.
board-nothing-ready = До експорту зараз нічого не готово.
board-nothing-all = Архів порожній.

## Новий матеріал

new-story-headline = Заголовок
new-story-headline-needed = Напишіть заголовок: його можна змінити будь-коли.
new-story-language = Мова оригіналу
new-story-language-hint = З неї перекладатимуть дві інші версії.
new-story-begin = Писати

## Матеріал

edition-uk = Українська
edition-en = English
edition-ru = Русский
mode-write = Текст
mode-translate = Переклад
mode-review = Затвердження
mode-history = Історія
story-languages = Мовні версії
story-modes = Що робити
story-aside = Поряд із текстом
story-no-headline = Ще без заголовка
story-submitted = Надіслано на затвердження
story-approved = Цей текст затверджено
story-waits = Цей текст чекає на рішення
story-read-only = Редакцію відкрито лише для читання.
story-writers = { $language ->
    [uk] Змінювати цей текст можуть ті, хто пише або перекладає українською.
    [en] Змінювати цей текст можуть ті, хто пише або перекладає англійською.
   *[ru] Змінювати цей текст можуть ті, хто пише або перекладає російською.
}
others-tip = Цей матеріал також переглядають
others-one = { $language ->
    [uk] { $person } · українська
    [en] { $person } · англійська
   *[ru] { $person } · російська
}
measure-words = { $n ->
    [one] { $n } слово
    [few] { $n } слова
   *[many] { $n } слів
}
measure-characters = { $n ->
    [one] { $n } знак
    [few] { $n } знаки
   *[many] { $n } знаків
}
measure-minutes = читати { $n } хв
measure-headline = Заголовок { $n }/{ $of }
leave-closing = Якщо закрити вікно зараз, набране після останнього збереження буде втрачено.
leave-going = Якщо піти з цього тексту зараз, він лишиться тільки в пам’яті вікна, поки його не вдасться зберегти.
leave-saved = Текст уже на диску.
leave-close-anyway = Усе одно закрити
leave-go-anyway = Усе одно піти
leave-stay = Лишитися

## Текст

write-headline = Заголовок
write-lead = Лід
write-lead-hint = Лід: що сталося, одним абзацом
write-body = Текст
write-body-hint = Сам матеріал
section-details = Деталі
section-background = Нагадаємо
tool-label = Оформлення
story-link-search = Заголовок
story-link-what = Читач потрапить на сторінку матеріалу своєю мовою. Якщо її немає – на українську, а без неї лишаться самі слова.
variants-title = Тексти для пошуку, пушів і соцмереж
variants-written = { $n } з { $of }
variant-search = Заголовок для пошуку
variant-push = Пуш
variant-telegram = Допис у Telegram
variant-social = Для соцмереж
variant-length = { $n }/{ $of }
preview-title = Сторінка, як на сайті
findings-title = Перевірки
search-replace-by = Замінити на
search-next = Наступне
search-previous = Попереднє
search-all = Виділити всі
search-case = З урахуванням регістру
search-pattern = Регулярний вираз
search-words = Цілі слова
search-replace-all = Замінити всі
search-current = Знайдено
search-on-line = у рядку
search-replaced-one = Замінено в рядку { $line }
search-replaced = Замінено: { $count }
search-line = Перейти до рядка

## Два тексти

conflict-title = Цей текст змінено і в іншому місці
conflict-paused = Обидва тексти збережено. Запис піде далі, щойно ви оберете один із них.
conflict-what = Ваш текст збережено як правку { $revision }, у чернетці – інший. Оберіть, з яким працювати далі: в історії залишаться обидва.
conflict-theirs = Зараз у чернетці
conflict-mine = Ваш текст
conflict-keep-theirs = Лишити чернетку
conflict-put-mine = Поставити мій текст

## Переклад

translate-original = Оригінал · { $language } · правка { $revision }, затверджено { $time }
translate-original-newest = Оригінал · { $language } · правка { $revision }, ще не затверджено
translate-original-none = Оригінал · { $language } · ще не затверджено
translate-head = { $language } · правка { $revision } · актуально { $fresh } з { $rows }
translate-new = { $language } · актуально { $fresh } з { $rows }
translate-done = Усе актуально
translate-confirm-all = Підтвердити всі ({ $n })
row-label = Абзац { $row }
row-fresh = Актуально
row-changed = Оригінал змінено
row-missing = Не перекладено
row-extra = Немає в оригіналі
row-coming = Оригінал правлять
row-new = Нове в оригіналі: перекладіть тут
row-empty = Перекладіть тут
check-missing = Не перекладено · { $n }
row-done = Готово
row-left-out = Не перекладати
row-keep = Залишити
row-suggestion = { $from } → { $to }
kind-image = Фото
kind-alt = Опис зображення
kind-caption = Підпис
kind-attribution = Хто сказав
kind-cell = Таблиця
kind-code = Код
kind-html = Розмітка
kind-footnote = Виноска
note-changed-to = Оригінал змінено: { $old } → { $new } · { $ago } · { $person }
note-changed = Оригінал змінено · { $ago } · { $person }
note-changed-plain = Оригінал змінено
note-added = Додано · { $ago } · { $person }
note-missing = Ще не перекладено
note-extra = В оригіналі такого абзацу немає. Видаліть його або залиште, якщо він тут потрібен.
note-coming = Оригінал правлять: новий текст ще не затверджено
kept-title = Змін не треба?
kept-what = Оригінал змінився, а в перекладі досі: { $facts }.
kept-reason = Чому переклад правильний
facts-title = Факти в абзаці
facts-none = Тут немає чисел, дат і назв
facts-differ = { $n ->
    [one] { $n } розбіжність
    [few] { $n } розбіжності
   *[many] { $n } розбіжностей
}
fact-agrees = збігається
fact-differs = розбіжність
fact-number = Число
fact-date = Дата
fact-name = Ім’я або назва
fact-currency = Валюта
fact-negation = Заперечення
fact-quote = Цитата

## Початок

window-title = { $name } – { app-name }
start-motto = Пишуть раз, виходить трьома мовами.
start-ways = З чого почати
start-found = Створити редакцію
start-found-what = Тека на цьому комп’ютері з усіма матеріалами
start-open = Відкрити редакцію
start-open-what = Ту, що вже є на диску
start-sample = Подивитися приклад
start-sample-what = Невелика редакція з готовими матеріалами
start-back = Назад до матеріалів
start-version = Версія { $version }
start-not-opened = Відкрийте іншу редакцію, створіть нову або подивіться приклад.
start-recent = Останні редакції
start-open-folder = Тека редакції
start-open-folder-hint = Тека, у якій лежить newsroom.db.
rescue-open = Відновити з копії…
rescue-title = Відновити редакцію з копії
rescue-looking = Шукаємо найновішу справну копію…
rescue-newest = Найновіша справна копія: { $moment }, { $age } тому.
rescue-lies = Це { $path }, { $size }.
rescue-what = Теперішню базу буде відкладено в теку recovery, а не видалено; її місце займе копія. Того, що збережено після копії, у редакції тоді не буде.
rescue-journals = { $n ->
    [one] Повернеться й { $n } текст із журналу відновлення.
    [few] Повернуться й { $n } тексти з журналів відновлення.
   *[many] Повернуться й { $n } текстів із журналів відновлення.
}
rescue-do = Відновити з цієї копії
rescue-none = Справної копії в теці backups немає. Якщо копії є на іншому диску, відновіть редакцію командою shpalta restore.
rescue-needless = Редакція ціла й відкрилася знову: відновлювати її не довелося.
rescued = Редакцію відновлено з копії: { $moment }.
rescued-since = Перегляньте, чи є на місці останні матеріали.
rescued-aside = Попередню базу відкладено в { $path }.
recovered-saved = { $n ->
    [one] Із журналу відновлення повернено { $n } текст: він знову в чернетці.
    [few] Із журналів відновлення повернено { $n } тексти: вони знову в чернетках.
   *[many] Із журналів відновлення повернено { $n } текстів: вони знову в чернетках.
}
recovered-aside = { $language ->
    [uk] { $story }, українська: у журналі відновлення інший текст, ніж у чернетці. Обидва збережено.
    [en] { $story }, англійська: у журналі відновлення інший текст, ніж у чернетці. Обидва збережено.
   *[ru] { $story }, російська: у журналі відновлення інший текст, ніж у чернетці. Обидва збережено.
}
recovered-left = Текст із журналу відновлення нікуди повернути: матеріалу { $story } в редакції немає або того, хто писав, уже немає серед людей. Текст цілий, він у файлі { $path }.
start-sample-stories = У прикладі – кілька матеріалів українською, англійською та російською: одні затверджено, інші перекладають, ще інші чекають на рішення.
start-sample-safe = У ньому можна писати, перекладати, затверджувати й експортувати: ваших редакцій це не зачепить.
start-sample-do = Відкрити приклад
found-name = Назва
found-name-hint = Так сайт називатиметься на сторінках. Окремі назви трьома мовами можна дати в налаштуваннях.
found-name-needed = Напишіть назву редакції.
found-source = Джерело в рядку «Місце • ДЖЕРЕЛО»
found-source-hint = Коротка назва агенції, наприклад УНН · UNN · УНН. Де її немає, стане назва іншою мовою.
found-source-needed = Напишіть джерело хоча б однією мовою.
found-owner = Ваше ім’я
found-owner-hint = Ви зможете все, що може головний редактор, і додасте інших людей.
found-owner-needed = Напишіть ім’я: ним підписують правки й рішення.
found-folder = Тека
found-folder-hint = Нова або порожня. Усе написане лежатиме в ній, а не в мережі.
found-folder-needed = Виберіть теку для редакції.
found-do = Створити редакцію

## Налаштування

read-only = Редакцію відкрито лише для читання: змінити нічого не можна. Перевірте права на теку { $folder } і вільне місце на диску.
settings-window = Вікно
settings-people = Люди
settings-rules = Правила
settings-site = Сайт
settings-names = Імена й назви
settings-folders = Теки
settings-backups = Резервні копії
settings-chiefs = Змінює головний редактор.
settings-look = Вигляд
settings-language = Мова вікна
settings-language-system = Як у системі: { $name }
settings-theme = Тема
theme-system = Як у системі
theme-light = Світла
theme-dark = Темна
settings-text-size = Розмір тексту
settings-smaller = Менший текст
settings-larger = Більший текст
settings-usual = Звичайний
settings-percent = { $n } %
settings-incoming = Вхідні тексти
settings-incoming-note = Файли з цієї теки пропонує вікно імпорту.
settings-incoming-folder = Тека вхідних текстів
people-name = Ім’я
people-role = Роль
people-no-role = Без ролі
people-owner-may = Може все, що головний редактор, у кожній мові.
people-add = Додати людину або роль
people-add-note = Людина з цим ім’ям отримає роль у вибраних мовах; решта її ролей лишиться.
people-languages = Мови
people-languages-needed = Виберіть хоча б одну мову.
people-name-needed = Напишіть ім’я.
people-added = Додано: { $name } · { $role }
people-remove = Забрати роль: { $name } · { $role } · { $language }
people-removed = Роль забрано: { $name } · { $role } · { $language }
people-give-back = Повернути
role-reporter-may = Пише, імпортує, надсилає на затвердження, підтверджує переклад.
role-translator-may = Перекладає, імпортує, надсилає на затвердження, підтверджує переклад.
role-editor-may = Ще й затверджує, повертає, притримує, знімає, ставить ембарго, експортує.
role-chief-may = Ще й випускає як виняток, міняє оригінал, людей і правила.
policy-self-approve = Редактор може затвердити свій текст
policy-self-approve-what = Такий текст позначено «Друга перевірка», поки його не перегляне інший редактор.
policy-editor-overrides = Редактор може випустити як виняток
policy-editor-overrides-what = Помилки перевірки перед випуском обходять із причиною в журналі. Без цього – лише головний редактор.
policy-strike-photos-wait = Фото наслідків удару чекають
policy-strike-photos-wait-what = Сторінку з таким фото не випустять, доки після удару не мине час, указаний нижче. Без цього – лише попередження.
policy-civilian-strike-hours = Цивільний об’єкт: годин після удару
policy-civilian-strike-hours-what = Зазвичай 3.
policy-military-strike-hours = Військовий об’єкт: годин після удару
policy-military-strike-hours-what = Зазвичай 12.
policy-ukrainian-first = Спершу українською
policy-ukrainian-first-what = Якщо української сторінки немає або вона помітно коротша, матеріал не вийде іншою мовою. Без цього – лише попередження.
rules-always = Правила, що діють завжди
rules-four-eyes = Правило двох: затверджує не той, хто надіслав.
rules-approved-only = Експортують лише затверджене; незатверджене, ембарго й зняте не випустить ніхто.
rules-withdrawal = Зняти або притримати матеріал може один редактор, одразу.
rules-nothing-lost = Написане не зникає: кожна правка й кожне рішення лишаються в історії.
site-url = Адреса сайту
site-url-hint = Наприклад, https://news.example.ua
site-folder = Тека сайту
site-folder-hint = Сюди експортують сторінки. Вона має лежати поза текою редакції.
site-server = Сервер сайту
site-server-hint = Якщо сайт живе не в теці, а на сервері: sftp://користувач@сервер/тека або s3://ключ@сховище/тека?endpoint=https://хост. Після експорту туди переносять те, що змінилося.
site-secret = Пароль до сервера
site-secret-hint = Пароль, фраза до ключа або секретний ключ сховища. Його береже система, у файлах редакції його немає. Ключеві з агента SSH пароль не потрібен.
site-secret-keep = Запам’ятати
site-secret-forget = Забути
site-secret-kept = Пароль до сервера збережено в системному сховищі паролів.
site-secret-forgotten = Пароля до сервера в системному сховищі вже немає.
site-names = Назва сайту
site-names-note = Так сайт називається на сторінках кожною мовою.
site-pages = Сторінки
site-views = Показувати перегляди
site-views-what = Лічильник стоїть на сторінці, якщо кількість переглядів відома.
site-avif = Фото ще й у форматі AVIF
site-avif-what = Файли менші, але перший експорт кожного фото триває довше.
names-author = Автори
names-place = Місця
names-source = Джерела
names-add-author = Додати автора
names-add-place = Додати місце
names-add-source = Додати джерело
names-note = Так імена й назви пишуть кожною мовою. Виправлене тут з’явиться на всіх сторінках після експорту.
names-search = Знайти в списку
names-none = Тут поки порожньо.
names-edit = Виправити: { $name }
names-edit-title = Виправити написання
names-needed = Напишіть ім’я хоча б однією мовою.
names-outdate = Затверджені тексти лишаються затвердженими; сторінки з цим ім’ям треба буде експортувати ще раз.
names-keep = Зберегти
folder-newsroom = Редакція
folder-media = Фото
folder-backups = Резервні копії
folder-site = Сайт
folder-site-none = Теку сайту ще не вибрано.
folder-open = Відкрити теку: { $folder }
folder-other = Інша редакція…

## Резервні копії й перевірка

backups-when = Копія робиться щогодини, якщо щось змінилося, і коли закривають вікно. Лишаються найновіші за 12 днів, 10 тижнів і 9 місяців.
backups-none = У теці поки немає жодної копії.
backups-last = Остання справна копія: { $moment }
backups-last-none = Справної копії ще немає
backups-changed = { $ago }; після неї є зміни
backups-unchanged = { $ago }; після неї нічого не змінилося
backups-now = Зробити копію зараз
backups-made = Резервну копію зроблено
backups-failed = Резервну копію не зроблено.
backups-second-failed = У другому місці копії не зроблено.
backups-faulty = зроблено з вадами
backups-second = Друге місце для копій
backups-second-note = Тека на іншому диску або в мережі рятує й тоді, коли виходить з ладу диск редакції.
backups-second-folder = Тека для копій
backups-second-hint = Диск може бути не під’єднано: тоді копія лишається лише в теці редакції.
backups-second-absent = Теки { $folder } під час останньої копії не було.
backups-size = Скільки місця можуть займати копії, МБ
backups-size-hint = Коли більше – прибираються найстаріші. Порожньо – 10 000.
backups-old = Останній справній резервній копії { $age }, і після неї є зміни.
backups-old-none = Справної резервної копії цієї редакції немає.
faults-found = { $n ->
    [one] Перевірка редакції знайшла { $n } ваду.
    [few] Перевірка редакції знайшла { $n } вади.
   *[many] Перевірка редакції знайшла { $n } вад.
}
faults-go-on = Працювати можна далі.
faults-show = Що знайдено
faults-title = Що знайшла перевірка
faults-remedy = Нічого не видаляйте з теки редакції. Якщо вади в текстах або рішеннях, відновіть копію, зроблену до них, в окрему теку (shpalta restore) і порівняйте.
faults-more = І ще { $n }: повний список дає команда shpalta verify.
fault-database = Пошкоджено сам файл бази: частину записів не прочитати
fault-lost = У резервній копії є зміни, яких у редакції вже немає
fault-row = Після останньої копії запис змінено не «Шпальтою»
fault-text = Збережений текст – не той, який записували
fault-draft = Чернетка не така, якою її зберегли
fault-blocks = Абзаци правки не сходяться з її текстом
fault-chain = У журналі рішень бракує запису
fault-decision = Рішення в журналі не таке, яким його ухвалили
fault-reference = Запис посилається на те, чого немає
fault-basis = Переклад звірено з абзацом, якого ніколи не було
fault-link = Абзац перекладу пов’язано з абзацом, якого ніколи не було
fault-wording = Абзац правки не записано серед формулювань тексту
fault-export = Журнал експорту називає не той текст, який вийшов
fault-media-missing = Файлу фото немає: покладіть його назад у теку media
fault-media-altered = Файл фото не той, який додавали
fault-media-erased = Файл стертого фото знову на місці: зітріть його ще раз
fault-erasure = Фото вважається стертим, а такого рішення не було
fault-board = Список матеріалів розійшовся з матеріалами: тексти цілі, список перебудує команда shpalta verify --rebuild

## Дані матеріалу

details-title = Дані матеріалу
details-read-only = Редакцію відкрито лише для читання.
details-writers = { $language ->
    [uk] Ці дані змінює той, хто пише українською.
    [en] Ці дані змінює той, хто пише англійською.
   *[ru] Ці дані змінює той, хто пише російською.
}
details-editors = Змінює редактор.
details-editors-of = { $language ->
    [uk] Вирішує редактор української версії.
    [en] Вирішує редактор англійської версії.
   *[ru] Вирішує редактор російської версії.
}
details-chiefs = Змінює головний редактор.
details-staff = Змінює працівник редакції з роллю.
details-saved = Збережено
details-dateline = Місце і джерело
details-place = Місце
details-source = Джерело
details-date = Дата
details-clock = Час
details-date-hint = Сама дата або з часом за Києвом: 20.01.2025, 11:56
details-when = Дата новини
details-embargo = Ембарго
details-embargo-hint = До цього часу за Києвом матеріал не випустить ніхто.
warning-embargo-after-export = Матеріал уже експортовано: ембарго нічого не прибере із сайту.
details-authors = Автори
details-author-add = Додати автора
details-author-remove = Прибрати автора: { $name }
details-author-up = Перемістити вище: { $name }
details-author-names = Ім’я трьома мовами: { $name }
details-author-none = Авторів не вказано
details-name = { $language ->
    [uk] Ім’я українською
    [en] Ім’я англійською
   *[ru] Ім’я російською
}
details-name-new = Нове: з’явиться у списку редакції
details-suggestions = Підказки
details-filing = Рубрика, теги, перегляди
details-section = Рубрика
details-tags = Теги
details-tags-hint = Через кому
details-views = Перегляди на сайті
details-original = Оригінал
details-original-title = Змінити оригінал?
details-original-what = { $language ->
    [uk] Оригіналом стане українська версія.
    [en] Оригіналом стане англійська версія.
   *[ru] Оригіналом стане російська версія.
}
details-original-rows = Абзаци, що відповідають один одному, лишаться парами. Решта відставатиме, доки її не перекладуть або не підтвердять.
details-original-do = Змінити оригінал
details-pages = Сторінки
details-address = Адреса сторінки
details-address-none = З’явиться разом із текстом
details-follows = Переклад
details-photos = Фото в тексті
details-photo-none = У тексті немає фото
details-photo-slot = Порожнє місце для фото
details-credit = { $language ->
    [uk] Автор або джерело фото українською
    [en] Автор або джерело фото англійською
   *[ru] Автор або джерело фото російською
}
details-alt = Опис зображення
details-caption = Підпис
details-go = { $language ->
    [uk] До місця в українському тексті
    [en] До місця в англійському тексті
   *[ru] До місця в російському тексті
}
care-title = Права і безпека
care-origin = Чиє фото
care-origin-none = Не вказано
care-origin-own = Наше
care-origin-handout = Пресслужби
care-origin-agency = Агентства
care-origin-reader = Читача
care-until = Використовувати до
care-banned = Не використовувати
care-shows = Що на фото
care-shows-civilian-strike = Наслідки удару по цивільному об’єкту
care-shows-military-strike = Наслідки удару по військовому об’єкту
care-shows-troops = Військові
care-shows-air-defense = Протиповітряна оборона
care-shows-person = Приватна особа
care-struck = Час удару за Києвом
care-struck-hint = Якщо не вказано, рахуємо від додавання фото.
care-check = Позицію, обличчя, документи перевірено
care-checked = Перевірено: { $name }, { $when }
care-uncheck = Зняти позначку

## Що бачать читачі

readers-title = Що бачать читачі
readers-of = Що зняти або повернути
readers-story = Увесь матеріал
readers-hold = Притримати…
readers-withdraw = Зняти з публікації…
readers-reinstate = Скасувати зняття…
readers-now-withdrawn = Знято
readers-now-held = Притримано
readers-now-out = Сторінка на сайті
readers-now-never = Ще не експортовано
readers-export = Експортувати матеріал…
readers-see = Після наступного експорту замість сторінки читачі побачать:
readers-never-out = Сторінки на сайті ще немає: читачі нічого не побачать.
readers-back = Після наступного експорту на сторінку повернеться затверджений текст:
readers-not-back = Затвердженого тексту немає, тож замість сторінки й далі буде повідомлення.
readers-note = Причина для читачів
readers-note-hint = Її буде видно під повідомленням. Можна не писати.
readers-note-inner = Примітка для редакції
readers-done-withdrawn = Знято з публікації. Лишилося експортувати.
readers-done-held = Притримано. Лишилося експортувати.
readers-done-reinstated = Зняття скасовано. Лишилося експортувати.
notice-withdrawn = Матеріал знято з публікації.
notice-held = Матеріал тимчасово знято: редакція перевіряє факти.

## Рубрики

section-war = Війна
section-politics = Політика
section-economy = Економіка
section-society = Суспільство
section-world = Світ
section-kyiv = Київ
section-incidents = Надзвичайні події
section-health = Здоров’я
section-culture = Культура
section-sports = Спорт
section-technology = Технології

## Затвердження

review-submitted = На затвердження: { $person }, { $time }
review-returned = Повернуто: { $person }, { $time }
review-approved = Затверджено: { $person }, { $time }
review-state-draft = На затвердження ще не надіслано
review-state-changed = Після надсилання на затвердження текст змінено
review-state-not-started = Тексту ще немає
review-state-approved = Текст затверджено
review-since = Зміни після правки { $revision } · затверджено: { $person }, { $time }
review-never = Ще не затверджували: новий увесь текст
review-revision = { $language ->
    [uk] Українська · правка { $revision }
    [en] Англійська · правка { $revision }
   *[ru] Російська · правка { $revision }
}
review-side = { $language ->
    [uk] Українська
    [en] Англійська
   *[ru] Російська
}
review-original = { $language ->
    [uk] Оригінал · українська
    [en] Оригінал · англійська
   *[ru] Оригінал · російська
}
review-show = Що показати
review-show-all = Увесь текст
review-show-changed = Лише змінене
review-skipped = { $count ->
    [one] { $count } абзац без змін
    [few] { $count } абзаци без змін
   *[many] { $count } абзаців без змін
}
review-nothing-changed = Після затвердження в тексті нічого не змінено.
review-block-changed = Змінено
review-block-added = Додано
review-block-removed = Вилучено
review-block-moved = Переставлено
review-block-missing = Не перекладено
review-block-extra = Немає в оригіналі
review-block-behind = Відстає від оригіналу
review-block-news = Змінено щойно
review-news = Текст щойно змінено. Нове позначено, рішення ще не записано.
review-details = Дані матеріалу змінено після затвердження.
review-details-open = Переглянути дані
review-second-look = Затверджено без другої людини. Якщо з текстом усе гаразд, натисніть «Затвердити».
review-mend = Виправити в тексті
review-translate = До перекладу
review-kind = Що це за зміна
review-kind-awaited = Оригінал виправлено ({ $moment }): «{ $note }». Якщо тут виправлено те саме, скажіть про це й цим читачам.
review-kind-update = Доповнення
review-kind-update-tip = Нові факти
review-kind-correction = Виправлення
review-kind-correction-tip = Ми помилилися: примітка стоятиме на сторінці
review-kind-clarification = Уточнення
review-kind-clarification-tip = Читачі могли зрозуміти не так: примітка стоятиме на сторінці
review-kind-silent = Без примітки
review-kind-silent-tip = Лише правопис
review-kind-silent-refused = Не можна: змінилися факти: { $facts }
review-note = Примітка для читачів
review-note-hint = Що було не так і як правильно. Стоятиме на сторінці.
review-return = Повернути…
review-return-title = Повернути на доопрацювання
review-return-comment = Що доробити
review-return-needed = Напишіть, що доробити: текст повертають із коментарем.
review-revoke = Скасувати затвердження…
review-revoke-title = Скасувати затвердження?
review-revoke-out = Сторінка на сайті лишиться такою, як є. Далі цю версію не експортують, доки її не затвердять знову.
review-revoke-in = Цю версію не експортують, доки її не затвердять знову.
review-revoke-note = Причина
review-done-approve = Затверджено: { $headline }
review-done-return = Повернуто на доопрацювання: { $headline }
review-done-revoke = Затвердження скасовано: { $headline }
review-none-waits = Більше ніщо не чекає на затвердження.
review-minor-done = { $rows ->
    [0] Позначено як дрібну правку. Жоден переклад на неї не чекав.
    [one] Позначено як дрібну правку: { $rows } абзац перекладів лишається актуальним.
    [few] Позначено як дрібну правку: { $rows } абзаци перекладів лишаються актуальними.
   *[many] Позначено як дрібну правку: { $rows } абзаців перекладів лишаються актуальними.
}
review-minor-marked = Дрібна правка
review-empty = Затверджувати нічого: тексту цією мовою ще немає.

## Історія

history-list = Правки й рішення
history-revision = Правка { $revision }
history-option = Правка { $revision } · { $time } · { $person }
history-why-write = Написано
history-why-import = Імпортовано з файлу
history-why-restore = Повернуто давнішу правку
history-why-conflict = Відкладено: тим часом збережено інший текст
history-why-merge = Зведено два тексти
history-about = Правка { $revision }
history-decision-submit = На затвердження
history-decision-return = Повернуто на доопрацювання
history-decision-approve = Затверджено
history-decision-revoke = Затвердження скасовано
history-decision-confirm = Переклад підтверджено
history-decision-minor = Дрібна правка: перекладу не стосується
history-decision-hold = Притримано
history-decision-withdraw = Знято з публікації
history-decision-reinstate = Зняття скасовано
history-decision-override = Випущено як виняток
history-decision-export = Експортовано
history-decision-embargo = Змінено ембарго
history-decision-original = Змінено оригінал
history-decision-staff = Змінено склад редакції
history-decision-policy = Змінено правила
history-decision-site = Змінено налаштування сайту
history-decision-erase = Текст стерто
history-decision-parcel = Прийнято пакунок
history-old = Було
history-new = Стало
history-view = Що показати
history-view-diff = Зміни
history-view-text = Текст
history-same = Тексти цих правок однакові.
history-unchanged-too = Без змін: { $count ->
    [one] { $count } абзац
    [few] { $count } абзаци
   *[many] { $count } абзаців
}
history-field-headline = Заголовок
history-field-lead = Лід
history-field-body = Текст
history-field-search = Заголовок для пошуку
history-field-push = Пуш
history-field-telegram = Допис у Telegram
history-field-social = Для соцмереж
history-restore-title = Повернути правку { $revision }?
history-restore-what = Її текст стане новою правкою поверх нинішньої. Нічого не зникне: усі правки лишаться в історії.
history-restored = Повернуто правку { $revision }
history-conflict = Поки ви дивилися, текст змінили. Обидва тексти збережено; перегляньте новий і спробуйте ще раз.
history-empty = Правок цією мовою ще немає.

## Експорт

export-title = Експорт
export-log-open = Журнал експорту
export-stories = Матеріали
export-stories-none = Готових матеріалів немає. Готовий – це затверджений і ще не експортований текст.
export-stories-all = { $count ->
    [one] Усі: { $count } матеріал
    [few] Усі: { $count } матеріали
   *[many] Усі: { $count } матеріалів
}
export-stories-ready = Показати всі готові
export-languages = Мови
export-to = Куди
export-to-site = На сайт
export-to-copy = Копія в іншу теку або файл
export-copy = Тека або файл
export-copy-hint = Назва на .zip – уся копія одним файлом; на .md.zip – те саме в Markdown для Hugo; на .html – одна сторінка, щоб надіслати поштою.
export-site-none = Теку сайту не вибрано: експортувати на сайт нікуди.
export-site-set = До налаштувань
export-editors = Експортує редактор. Перевірити, що вийде, може кожен.
export-check-again = Перевірити ще раз
export-check-title = Перевірка перед випуском
export-check-first = Виберіть матеріали й мови: перевірка покаже, що вийде, а що лишиться.
export-check-aim = Виберіть теку: куди експортувати.
export-working-check = { $of ->
    [0] Перевірка…
   *[other] Перевірка: { $done } з { $of }
}
export-working = { $of ->
    [0] Експорт…
   *[other] Експорт: { $done } з { $of }
}
export-bringing = На сервер: { $done } з { $of }
export-left-seconds = ще { $n } с
export-left-minutes = ще { $n } хв
export-stop = Зупинити
export-cancelled = Зупинено. Тека лишилася такою, як була.
export-fate-written = Вийде
export-fate-unchanged = Без змін
export-fate-notice = Повідомлення замість сторінки
export-fate-left = Лишиться, як є
export-fate-absent = Не вийде
export-done-written = Вийшло
export-done-unchanged = Без змін
export-done-notice = Повідомлення замість сторінки
export-done-left = Лишилося, як було
export-done-absent = Не вийшло
export-news-first = Уперше
export-news-text = Що змінилося: правка { $old } → { $new }
export-news-details = Змінилося те, що довкола тексту: імена, дата, фото чи підписи
export-news-around = Текст той самий: змінилися посилання, перелік мов або вигляд сайту
export-overridden = виняток
export-untitled = Без заголовка
export-held = { $count ->
    [one] { $count } версія лишається: її тримає те, що позначено нижче.
    [few] { $count } версії лишаються: їх тримає те, що позначено нижче.
   *[many] { $count } версій лишаються: їх тримає те, що позначено нижче.
}
export-nothing = Експортувати нічого: тека вже така, як має бути.
export-override = { $count ->
    [one] Випустити як виняток: { $count } версію
    [few] Випустити як виняток: { $count } версії
   *[many] Випустити як виняток: { $count } версій
}
export-override-note = Стосується лише того, що дозволено обходити. Незатверджене, зняте й те, що під ембарго, не вийде ніколи.
export-override-reason = Причина винятку
export-override-needed = Без причини виняток не зроблять.
export-override-who = Випустити як виняток може головний редактор.
export-brought = { $count ->
    [0] На сервері вже все є.
    [one] На сервер перенесено { $count } файл.
    [few] На сервер перенесено { $count } файли.
   *[many] На сервер перенесено { $count } файлів.
}
export-server-waits = На сервері ще не все, що лежить у теці сайту. Експорт перенесе решту.
export-trust = Ключ той самий – довіряти серверу
export-done = { $count ->
    [0] Експортовано. Усі файли вже були на місці.
    [one] Експортовано: записано { $count } файл.
    [few] Експортовано: записано { $count } файли.
   *[many] Експортовано: записано { $count } файлів.
}
export-done-removed = { $count ->
    [one] Прибрано { $count } файл.
    [few] Прибрано { $count } файли.
   *[many] Прибрано { $count } файлів.
}
export-done-same = { $count ->
    [one] Без змін { $count } файл.
    [few] Без змін { $count } файли.
   *[many] Без змін { $count } файлів.
}
export-files = Записані файли
export-files-removed = Прибрані файли
export-more = Експортувати інше

## Журнал експорту

log-title = Журнал експорту
log-at = Коли
log-person = Хто
log-folder = Куди
log-site = Сайт
log-pages = Сторінки
log-overridden = Винятки
log-held = Не вийшли
log-empty = Ще нічого не експортували.
log-show-pages = Показати подробиці. Сторінок:
log-revision = Правка { $number }
log-notice = Повідомлення замість сторінки
log-override = Виняток: { $reason }
log-found = Перевірка перед випуском: { $findings }
log-more = Показати давніші

## Імпорт

import-title = Імпортувати тексти й пакунки
import-incoming = Вхідна тека
import-incoming-hint = Файли .md, .txt і .html та пакунки .shpalta, що лежать у ній, з’являться в списку.
import-files = Файли
import-files-none = Файлів ще немає. Виберіть їх або вкажіть теку, куди вони надходять.
import-files-all = { $count ->
    [one] Усі: { $count } файл
    [few] Усі: { $count } файли
   *[many] Усі: { $count } файлів
}
import-choose = Вибрати файли…
import-language = Мова файлів, які її не називають
import-language-none = Визначити за текстом
import-do = { $count ->
    [0] Імпортувати
    [one] Імпортувати { $count } файл
    [few] Імпортувати { $count } файли
   *[many] Імпортувати { $count } файлів
}
import-done-title = Імпорт
import-done = { $count ->
    [0] Жоден файл не взято.
    [one] Взято { $count } матеріал.
    [few] Взято { $count } матеріали.
   *[many] Взято { $count } матеріалів.
}
import-refused = { $count ->
    [one] Не взято { $count } файл. Його не змінено.
    [few] Не взято { $count } файли. Їх не змінено.
   *[many] Не взято { $count } файлів. Їх не змінено.
}
import-open = Відкрити: { $headline }
import-notes = На що звернути увагу
import-note-line = Рядок { $line }: { $note }
import-note-unknown-key = ключ «{ $key }» редакції не знайомий; його збережено
import-note-one-section = рубрикою стала лише перша категорія; решту не взято: { $left }
import-note-furniture = «{ $text }» – частина сторінки, а не тексту; не взято
import-note-author-guessed = «{ $text }» узято за автора: рядок стоїть окремо наприкінці
import-note-attribution-guessed = «{ $text }» узято за підпис до цитати: рядок починається з тире
import-note-language-guessed = мову визначено за літерами: { $language }
import-note-year-guessed = рік не вказано; узято найближчу таку дату – { $day }
import-note-hour-twice = { $local } того дня настає двічі через переведення годинника; узято перше
import-note-views-rounded = «{ $text }» – заокруглена кількість переглядів; не взято
import-note-image-slot = фото { $address } у редакції ще немає; місце для нього порожнє
import-about = { $what ->
    [date] Дата
    [views] Перегляди
    [embargo] Ембарго
    [original] Оригінал
    [authors] Автори
    [place] Місце
    [source] Джерело
    [section] Рубрика
    [tags] Теги
   *[author] Автор
}
import-contradiction = { $about }: лишається { $ours }, а у файлі { $theirs }
import-contradiction-in = { $about } ({ $language }): лишається { $ours }, а у файлі { $theirs }
import-kept-aside = { $language ->
    [uk] Українську версію тим часом зберегли з іншим текстом: текст файлу – правка { $revision } в історії.
    [en] Англійську версію тим часом зберегли з іншим текстом: текст файлу – правка { $revision } в історії.
   *[ru] Російську версію тим часом зберегли з іншим текстом: текст файлу – правка { $revision } в історії.
}
import-again = Імпортувати ще
import-pictures = Фото додають у відкритому тексті або в розділі «Фото».

## Пакунки

parcel = пакунок
parcel-known = Усе з цього пакунка в редакції вже є.
parcel-brought = Прийнято: правок – { $revisions }, рішень – { $decisions }, фото – { $media }.
parcel-decided = Рішення колег записано в історію; тут вони нічого не затверджують.
parcel-apart = { $language }: правили і тут, і в колеги. У чернетці – написане тут, поруч – правка { $theirs }. Звести їх можна в тексті.
parcel-details = У пакунку інакше, лишається ваше: { $what }
parcel-people = Редакція ще не знає цих людей; прав тут у них немає: { $names }
details-hand-over = Передати колезі
send-open = Зберегти як пакунок…
send-title = Передати матеріал
send-what = Пакунок – це один файл з усіма версіями, правками, рішеннями й фото матеріалу. Його можна надіслати месенджером або віддати на флешці.
send-warn = У ньому є кожне слово, яке в цьому матеріалі колись написали, і фото такими, якими їх узято, – разом із координатами. Віддавайте його лише тому, кому можна це знати.
send-folder = Тека для пакунка
send-do = Зберегти пакунок
send-done = Збережено: { $file } ({ $size })
send-missing = { $n ->
    [one] У пакунку немає { $n } фото: його файл утрачено.
    [few] У пакунку немає { $n } фото: їхні файли втрачено.
   *[many] У пакунку немає { $n } фото: їхні файли втрачено.
}
apart-title = Цю версію правили і тут, і в колеги
apart-what = У чернетці – написане тут; текст із пакунка – правка { $theirs }.
apart-merge = Звести…
merge-title = Звести два тексти · { $language }
merge-whole = Що поставити в чернетку
merge-whole-together = Обидва тексти разом
merge-whole-ours = Лише написане тут
merge-whole-theirs = Лише текст із пакунка
merge-ours = Тут
merge-theirs = З пакунка
merge-ours-out = Вилучено тут
merge-theirs-out = Вилучено в пакунку
merge-conflict = Місце { $n }: чиї слова лишити
merge-nothing = без цих слів
merge-left = { $n ->
    [one] Лишилося вибрати слова в { $n } місці.
    [few] Лишилося вибрати слова у { $n } місцях.
   *[many] Лишилося вибрати слова у { $n } місцях.
}
merge-both-stay = В історії залишаться обидва тексти.
merge-do = Поставити в чернетку
merge-done = Два тексти зведено

## Фото

photos-title = Фото
photos-add = Додати фото…
photos-count = { $count ->
    [one] { $count } фото
    [few] { $count } фото
   *[many] { $count } фото
}
photos-uncredited = { $count ->
    [0] В усіх вказано автора або джерело
    [one] Без автора або джерела: { $count }
    [few] Без автора або джерела: { $count }
   *[many] Без автора або джерела: { $count }
}
photos-show = Що показати
photos-show-all = Усі
photos-show-uncredited = Без автора або джерела
photos-none = Фото ще немає. Додайте їх тут або вставте в текст.
photos-none-uncredited = У кожного фото вказано автора або джерело.
photos-missing = Немає: { $languages }
photos-added-done = { $count ->
    [one] Додано { $count } фото
    [few] Додано { $count } фото
   *[many] Додано { $count } фото
}
photos-credit = Автор або джерело

## Помилки: що сталося і що ціле; окремо – що робити

error-no-newsroom = У теці { $path } редакції немає.
error-no-newsroom-remedy = Виберіть іншу теку або створіть редакцію.
error-not-a-newsroom = { $path } – не редакція «Шпальти». Нічого не змінено.
error-not-a-newsroom-remedy = Виберіть теку редакції.
error-newer-newsroom = Редакцію { $path } створено новішою «Шпальтою» (схема { $found }, а ця знає { $known }). Нічого не змінено.
error-newer-newsroom-remedy = Оновіть «Шпальту» на цьому комп’ютері.
error-damaged = Базу редакції { $path } пошкоджено. Файл лишився таким, як був. Технічні подробиці: «{ $detail }».
error-damaged-remedy = Не змінюйте його й відновіть редакцію з найновішої резервної копії в теці backups.
error-read-only = { $path } можна читати, але не можна змінювати. Збережене раніше ціле.
error-read-only-remedy = Перевірте права на теку або скопіюйте її в інше місце.
error-locked = Редакцію { $path } зайняла інша програма. Збережене раніше ціле.
error-locked-remedy = Дочекайтеся, поки вона закінчить, і спробуйте ще раз.
error-disk-full = Диск, на якому лежить { $path }, заповнено. Збережене раніше ціле.
error-disk-full-remedy = Звільніть місце й спробуйте ще раз.
error-newsroom-exists = У теці { $path } редакція вже є. Її не змінено.
error-newsroom-exists-remedy = Відкрийте її або виберіть іншу теку.
error-folder-not-empty = У теці { $path } вже щось лежить. Нічого не змінено.
error-folder-not-empty-remedy = Виберіть нову або порожню теку.
error-files = Не вдалося прочитати або записати { $path }. Збережене раніше ціле. Технічні подробиці: «{ $detail }».
error-files-remedy = Перевірте шлях і права доступу.
error-backup-damaged = { $newest ->
    [none] Резервну копію { $path } пошкоджено. З неї нічого не відновлено. Технічні подробиці: «{ $detail }».
   *[other] Резервну копію { $path } пошкоджено. З неї нічого не відновлено. Найновіша справна копія: { $newest }. Технічні подробиці: «{ $detail }».
}
error-backup-damaged-remedy = Відновіть редакцію з іншої копії.
error-backup-unverified = Копія { $path } не збігається з редакцією. Її відкинуто, сама редакція ціла. Технічні подробиці: «{ $detail }».
error-backup-unverified-remedy = Спробуйте ще раз. Якщо помилка повториться, перевірте диск і зробіть копію на інший.
error-backup-no-room = Для резервної копії в { $path } бракує місця: треба { $needed } МБ, вільно { $free } МБ. Збережене раніше ціле.
error-backup-no-room-remedy = Звільніть місце або зробіть копію на інший диск.
error-backup-busy = У { $path } уже пишеться інша резервна копія.
error-backup-busy-remedy = Дочекайтеся, поки вона закінчиться.
error-second-place = Копію в { $path } не зроблено. Копія в теці редакції ціла. Технічні подробиці: «{ $detail }».
error-second-place-remedy = Перевірте другий диск.
error-database = База даних відповіла помилкою. Збережене раніше ціле. Технічні подробиці: «{ $detail }».
error-database-remedy = Спробуйте ще раз. Якщо помилка повториться, перевірте редакцію командою shpalta verify.
error-no-person = Людини на ім’я { $person } в редакції немає.
error-no-person-remedy = Виберіть людину зі списку редакції.
error-no-story = Матеріалу { $slug } немає.
error-no-story-remedy = Поверніться до списку матеріалів.
error-story-exists = Матеріал { $slug } уже є. Його не змінено.
error-story-exists-remedy = Змініть заголовок або відкрийте той матеріал.
error-no-text = { $language ->
    [uk] Українського тексту ще немає.
    [en] Англійського тексту ще немає.
    [ru] Російського тексту ще немає.
   *[other] Тексту ще немає.
}
error-no-text-remedy = Спершу напишіть його або імпортуйте.
error-no-revision = Правки { $number } у цій версії немає.
error-no-revision-remedy = Виберіть правку в історії.
error-text-erased = Текст правки { $number } стерто.
error-text-erased-remedy = Виберіть іншу правку в історії.
error-text-in-use = { $place ->
    [approved] Текст правки { $number } затверджено, тому стерти його не можна.
    [exported] Текст правки { $number } експортовано, тому стерти його не можна.
   *[other] Текст правки { $number } досі стоїть у роботі, тому стерти його не можна.
}
error-text-in-use-remedy = { $place ->
    [approved] Спершу затвердьте текст без цих слів або скасуйте затвердження.
    [exported] Спершу експортуйте текст без цих слів або зніміть сторінку з публікації.
   *[other] Спершу збережіть текст без цих слів.
}
error-no-row = Абзацу { $row } у перекладі немає.
error-no-row-remedy = Відкрийте переклад ще раз.
error-no-block = Абзацу { $block } у тексті немає.
error-no-block-remedy = Відкрийте текст ще раз.
error-bad-value = { $key ->
    [date] Дату «{ $value }» не розпізнано. Нічого не змінено.
    [embargo] Час ембарго «{ $value }» не розпізнано. Нічого не змінено.
    [until] Дату «{ $value }» не розпізнано. Нічого не змінено.
    [struck] Час удару «{ $value }» не розпізнано. Нічого не змінено.
    [views] «{ $value }» – не кількість переглядів. Нічого не змінено.
    [url] «{ $value }» – не адреса сайту. Нічого не змінено.
   *[other] Значення «{ $value }» тут не підходить. Нічого не змінено.
}
error-bad-value-remedy = { $key ->
    [date] Напишіть так: 2025-01-20 або 2025-01-20 11:56.
    [embargo] Напишіть так: 2025-01-20 11:56.
    [until] Напишіть так: 31.01.2027.
    [struck] Напишіть дату й час: 20.01.2025 і 11:56.
    [views] Напишіть ціле число.
    [url] Напишіть адресу, що починається з https://.
   *[other] Виправте його й спробуйте ще раз.
}
error-no-key = Поля «{ $key }» немає. Нічого не змінено.
error-no-key-remedy = Перезапустіть «Шпальту» й спробуйте ще раз.
error-address-taken = Адреса { $address } належить іншому матеріалу. Нічого не змінено.
error-address-taken-remedy = Напишіть іншу адресу сторінки.
error-no-role = { $role ->
    [reporter] { $person }: ролі кореспондента в цих мовах немає. Нічого не змінено.
    [translator] { $person }: ролі перекладача в цих мовах немає. Нічого не змінено.
    [editor] { $person }: ролі редактора в цих мовах немає. Нічого не змінено.
   *[chief] { $person }: ролі головного редактора в цих мовах немає. Нічого не змінено.
}
error-no-role-remedy = Хто яку роль має, видно в таблиці людей.
error-owner-stays = { $person } – власник редакції: ці права не забирають. Нічого не змінено.
error-owner-stays-remedy = Забрати можна лише роль, яку хтось отримав.
error-no-name = Цього запису у списку вже немає. Нічого не змінено.
error-no-name-remedy = Відкрийте список ще раз і виберіть запис.
error-name-taken = { $name }: такий запис у цьому списку вже є. Нічого не змінено.
error-name-taken-remedy = Допишіть те, за чим їх розрізнять: ім’я повністю, область.
error-not-allowed = { $needed ->
    [chief] Бракує прав: це вирішує головний редактор. Нічого не змінено.
    [editor] Бракує прав: це вирішує редактор. Нічого не змінено.
    [editor_uk] Бракує прав: це вирішує редактор української версії. Нічого не змінено.
    [editor_en] Бракує прав: це вирішує редактор англійської версії. Нічого не змінено.
    [editor_ru] Бракує прав: це вирішує редактор російської версії. Нічого не змінено.
    [role] Бракує прав: для цього треба мати роль у редакції. Нічого не змінено.
    [role_uk] Бракує прав на український текст. Нічого не змінено.
    [role_en] Бракує прав на англійський текст. Нічого не змінено.
    [role_ru] Бракує прав на російський текст. Нічого не змінено.
   *[other] Бракує прав. Нічого не змінено.
}
error-not-allowed-remedy = Зверніться до того, хто має ці права, або до головного редактора.
error-four-eyes = Правило двох: не затверджує той, хто надіслав текст або писав у ньому останнім ({ $person }).
error-four-eyes-remedy = Покличте іншого редактора.
error-original-not-approved = Оригінал ще не затверджено. Текст перекладу збережено.
error-original-not-approved-remedy = Спершу затвердьте оригінал.
error-behind = { $number ->
    [one] { $number } абзац відстає від оригіналу.
    [few] { $number } абзаци відстають від оригіналу.
   *[many] { $number } абзаців відстає від оригіналу.
}
error-behind-remedy = Оновіть переклад або позначте «Змін не треба».
error-stop-findings = { $number ->
    [one] { $number } помилка не дає затвердити текст.
    [few] { $number } помилки не дають затвердити текст.
   *[many] { $number } помилок не дають затвердити текст.
}
error-stop-findings-remedy = Виправте позначене й спробуйте ще раз.
error-already-approved = Цей текст уже затверджено.
error-already-approved-remedy = Робити нічого не треба.
error-already-in-review = Цей текст уже на затвердженні.
error-already-in-review-remedy = Дочекайтеся рішення.
error-not-in-review = Ця версія не на затвердженні.
error-not-in-review-remedy = Спершу надішліть текст на затвердження.
error-not-approved = Затвердженої правки в цій версії немає.
error-not-approved-remedy = Скасовувати нічого.
error-is-original = Це оригінал, а не переклад.
error-is-original-remedy = Виберіть мову перекладу.
error-nothing-to-confirm = Абзац { $row } актуальний: підтверджувати нічого.
error-nothing-to-confirm-remedy = Робити нічого не треба.
error-old-facts-kept = Оригінал змінився, а в перекладі (абзац { $row }) лишилося старе: { $facts }.
error-old-facts-kept-remedy = Виправте переклад або напишіть, чому він правильний.
error-not-inserted = { $obstacle ->
    [taken] Абзац { $row } вже перекладено.
    [quote] Абзац { $row } називає, хто це сказав, а саму цитату ще не перекладено. Ваші слова у вікні.
    [table] Абзац { $row } – частина таблиці, окремо його не вставити. Ваші слова у вікні.
   *[other] Ці слова не можуть стояти як абзац { $row }. Вони у вікні.
}
error-not-inserted-remedy = { $obstacle ->
    [taken] Відкрийте переклад ще раз.
    [quote] Спершу перекладіть цитату.
   *[other] Скопіюйте їх і впишіть у текст самі.
}
error-not-changed = Абзац { $block } не змінювався.
error-not-changed-remedy = Виберіть змінений абзац.
error-not-silent = Змінилися факти: { $facts }. Читачі мають про це знати.
error-not-silent-remedy = Виберіть «Доповнення», «Виправлення» або «Уточнення».
error-note-needed = До такої зміни потрібна примітка для читачів.
error-note-needed-remedy = Напишіть, що змінено.
error-reason-needed = Потрібна причина.
error-reason-needed-remedy = Напишіть її одним реченням.
error-no-decision = Це нічого не змінює: усе вже так.
error-no-decision-remedy = Робити нічого не треба.
error-bad-media = Це фото не можна використати: файл завеликий або це не JPEG, PNG, WebP, GIF чи HEIC.
error-bad-media-remedy = Збережіть його як JPEG або PNG і додайте ще раз.
error-media-in-use = Фото не можна стерти: його показує опублікована сторінка матеріалу { $slug }. Нічого не змінено.
error-media-in-use-remedy = Спершу експортуйте матеріал без цього фото або зніміть сторінку з публікації.
error-file-in-the-way = Файл { $path } уже є, і це не пакунок Шпальти. Його не змінено.
error-file-in-the-way-remedy = Виберіть інше ім’я.
error-not-a-parcel = { $path } – не пакунок Шпальти. Нічого не змінено.
error-not-a-parcel-remedy = Виберіть файл .shpalta.
error-newer-parcel = Пакунок { $path } зроблено новішою Шпальтою. Нічого не змінено.
error-newer-parcel-remedy = Оновіть Шпальту на цьому комп’ютері.
error-parcel-truncated = Пакунок { $path } обірвано: бракує кінця файлу. Нічого не змінено.
error-parcel-truncated-remedy = Завантажте його ще раз.
error-parcel-altered = Пакунок { $path } змінено після того, як його зробили. У редакції нічого не змінено.
error-parcel-altered-remedy = Попросіть надіслати його ще раз і з’ясуйте, через чиї руки він пройшов.
error-parcel-too-large = У пакунку { $path } є щось більше за { $limit } МБ. Нічого не змінено.
error-parcel-too-large-remedy = Попросіть надіслати матеріал із меншими фото.
error-parcel-contradicts = { $what ->
    [known] Пакунок { $path } інакше описує правку, яка тут уже є. Нічого не змінено.
    [chain] Рішення в пакунку { $path } суперечать тим, що вже є в журналі. Нічого не змінено.
   *[other] Частини пакунка { $path } не сходяться між собою. Нічого не змінено.
}
error-parcel-contradicts-remedy = { $what ->
    [chain] Попросіть надіслати матеріал файлами Markdown та імпортуйте їх.
   *[other] Запитайте, як зроблено цей пакунок.
}
error-nothing-to-merge = У правці { $number } немає нічого, чого бракувало б чернетці.
error-nothing-to-merge-remedy = Виберіть іншу правку в історії.
error-merge-conflicts = { $number ->
    [one] У тексті { $number } місце, де тут і там змінено ті самі слова. Нічого не зведено.
    [few] У тексті { $number } місця, де тут і там змінено ті самі слова. Нічого не зведено.
   *[many] У тексті { $number } місць, де тут і там змінено ті самі слова. Нічого не зведено.
}
error-merge-conflicts-remedy = У кожному місці виберіть одне з двох.
error-operation-reused = Цю дію вже виконано з іншим результатом. Удруге її не виконано.
error-operation-reused-remedy = Натисніть ще раз.
error-text-changed = Текст змінився, поки був на екрані. Рішення не записано, обидва тексти цілі.
error-text-changed-remedy = Прочитайте новий текст і натисніть ще раз.
error-export-cancelled = Експорт зупинено. Сайт лишився таким, як був.
error-export-cancelled-remedy = Запустіть його знову, коли буде треба.
error-nothing-open = Жодної редакції не відкрито. Нічого не змінено.
error-nothing-open-remedy = Відкрийте теку редакції або створіть нову.
error-no-backup = Справної резервної копії для { $path } немає. Нічого не змінено.
error-no-backup-remedy = Якщо копія є на іншому диску, відновіть її командою shpalta restore.
error-folder-not-absolute = «{ $path }» – неповний шлях до теки. Нічого не змінено.
error-folder-not-absolute-remedy = Запишіть шлях повністю або натисніть «Вибрати…».
error-folder-missing = Такої теки зараз немає.
error-folder-missing-remedy = Перевірте, чи під’єднано диск, і спробуйте ще раз.
error-folder-not-shown = Не вдалося показати теку { $path }. Технічні подробиці: «{ $detail }».
error-folder-not-shown-remedy = Відкрийте її у файловому менеджері.
error-bad-request = Вікно й редакція не порозумілися. Нічого не змінено. Технічні подробиці: «{ $detail }».
error-bad-request-remedy = Перезапустіть «Шпальту» й спробуйте ще раз.
error-database-held = База даних не відповідає: мабуть, її тримає інша програма.
error-database-held-remedy = Закрийте програму, що працює з цією ж редакцією, або зачекайте.
error-no-answer = Диск не відповідає. Чи збережено останні слова, ще невідомо.
error-no-answer-remedy = Зачекайте або натисніть «Скопіювати текст».
error-unknown = Сталася неочікувана помилка. Збережене раніше ціле. Технічні подробиці: «{ $detail }».
error-unknown-remedy = Спробуйте ще раз. Якщо не допоможе, перезапустіть «Шпальту».

import-place = { $line ->
    [none] { $file }
   *[other] { $file }, рядок { $line }
}
error-import-missing = { import-place }: такого файлу немає.
error-import-missing-remedy = Перевірте шлях і назву файлу.
error-import-unreadable = { import-place }: файл не вдалося прочитати. Технічні подробиці: «{ $detail }».
error-import-unreadable-remedy = Перевірте права на файл і його теку.
error-import-not-a-file = { import-place }: це не текстовий файл.
error-import-not-a-file-remedy = Виберіть файл із текстом.
error-import-symlink-loop = { import-place }: посилання ведуть по колу.
error-import-symlink-loop-remedy = Виберіть сам файл, а не посилання на нього.
error-import-outside = { import-place }: файл лежить поза текою { $root }.
error-import-outside-remedy = Перенесіть файл у цю теку.
error-import-too-large = { import-place }: файл більший за { $limit } МБ.
error-import-too-large-remedy = Розділіть файл або збережіть сторінку без картинок усередині.
error-import-not-utf8 = { $guess ->
    [none] { import-place }: це не текст у UTF-8.
   *[other] { import-place }: це не текст у UTF-8, схоже на { $guess }.
}
error-import-not-utf8-remedy = Збережіть файл іще раз у кодуванні UTF-8.
error-import-nul = { import-place }: у файлі є нульовий байт, отже це не текст.
error-import-nul-remedy = Збережіть його як звичайний текст.
error-import-kind-unknown = { import-place }: файли «{ $extension }» імпортувати не можна.
error-import-kind-unknown-remedy = Збережіть текст як .md, .txt або .html.
error-import-yaml = { import-place }: помилка в шапці файлу. Технічні подробиці: «{ $detail }».
error-import-yaml-remedy = Виправте цей рядок; текст із двокрапкою або лапками беріть у лапки.
error-import-yaml-twice = { import-place }: поле «{ $key }» стоїть двічі.
error-import-yaml-twice-remedy = Залиште одне з двох.
error-import-yaml-type = { import-place }: у полі «{ $key }» не те значення.
error-import-yaml-type-remedy = Виправте значення в цьому рядку.
error-import-front-matter-open = { import-place }: шапку файлу не закрито.
error-import-front-matter-open-remedy = Поставте рядок «---» між шапкою й текстом.
error-import-toml = { import-place }: шапку файлу написано в TOML.
error-import-toml-remedy = Перепишіть її як YAML: «поле: значення» між двома рядками «---».
error-import-language-unknown = { import-place }: мови «{ $said }» тут немає.
error-import-language-unknown-remedy = Напишіть uk, en або ru.
error-import-language-other = { import-place }: у файлі названо іншу мову, ніж вибрано.
error-import-language-other-remedy = Виправте мову у файлі чи в його назві або виберіть іншу.
error-import-language-unsaid = { import-place }: з літер не зрозуміло, якою мовою текст.
error-import-language-unsaid-remedy = Виберіть мову.
error-import-edition-twice = { import-place }: версію цією мовою вже взято з { $other }.
error-import-edition-twice-remedy = Імпортуйте по одному файлу на мову.
error-import-headline-missing = { import-place }: немає заголовка.
error-import-headline-missing-remedy = Додайте рядок «title:» або почніть текст із заголовка.
error-import-page-too-deep = { import-place }: сторінка надто складна для новини.
error-import-page-too-deep-remedy = Скопіюйте її текст у файл .txt.

error-export-no-site-folder = Теку сайту не вибрано. Нічого не експортовано.
error-export-no-site-folder-remedy = Виберіть її в налаштуваннях.
error-export-no-folder = Теки { $path } немає. Нічого не експортовано.
error-export-no-folder-remedy = Створіть теку, в якій вона лежить, або під’єднайте диск.
error-export-in-newsroom = Тека { $path } належить редакції. Нічого не експортовано.
error-export-in-newsroom-remedy = Виберіть теку поза редакцією: експортоване бачитимуть усі.
error-export-busy = У теку { $path } уже пише інший експорт.
error-export-busy-remedy = Дочекайтеся, поки він закінчить, і експортуйте ще раз.
error-export-foreign-file = { $path } не належить сайту й заважає. Файл лишився таким, як був.
error-export-foreign-file-remedy = Заберіть його звідти або виберіть іншу теку.
error-export-leads-out = { $path } веде за межі теки сайту. Нічого не експортовано.
error-export-leads-out-remedy = Замініть посилання текою або виберіть іншу теку.
error-export-bad-manifest = Файл { $path } не можна використати. Сайт лишився таким, як був. Технічні подробиці: «{ $detail }».
error-export-bad-manifest-remedy = Приберіть файл, щоб експортувати все наново, або відновіть його з резервної копії.
error-export-bad-address = «{ $address }» не може бути адресою сторінки.
error-export-bad-address-remedy = Напишіть адресу латинськими літерами, цифрами й дефісами.
error-export-address-taken = На { $path } претендують два матеріали; другий – { $story }.
error-export-address-taken-remedy = Змініть одну з адрес; якщо вже змінено, експортуйте всі матеріали разом.
error-export-disk-full = Диск, на якому лежить { $path }, заповнено. Тексти редакції цілі.
error-export-disk-full-remedy = Звільніть місце й експортуйте ще раз.
error-export-not-allowed = У { $path } не можна писати. Тексти редакції цілі.
error-export-not-allowed-remedy = Попросіть права на запис або виберіть іншу теку.
error-export-not-read = Не вдалося прочитати { $path }. Тексти редакції цілі. Технічні подробиці: «{ $detail }».
error-export-not-read-remedy = Перевірте диск і експортуйте ще раз.
error-export-not-written = Не вдалося записати { $path }. Тексти редакції цілі. Технічні подробиці: «{ $detail }».
error-export-not-written-remedy = Перевірте диск і експортуйте ще раз: розпочате буде закінчено.
error-export-theme = Файл теми { $place } не можна використати. Сайт лишився таким, як був. Технічні подробиці: «{ $detail }».
error-export-theme-remedy = Виправте цей файл у теці theme редакції або приберіть його – тоді буде вбудований.
error-export-not-one-edition = У файл { $path } можна записати лише одну мову однієї новини.
error-export-not-one-edition-remedy = Виберіть одну новину й одну мову. Увесь сайт вміщує файл, назва якого закінчується на .zip.
error-export-template = Сторінку не вдалося зробити. Сайт лишився таким, як був. Технічні подробиці: «{ $detail }».
error-export-template-remedy = Повідомте розробників: шаблони – частина програми.
error-server-bad-address = «{ $server }» – не адреса сервера.
error-server-bad-address-remedy = Напишіть sftp://користувач@сервер/тека або s3://ключ@сховище/тека?endpoint=https://хост.
error-server-unreachable = Сервер { $server } недоступний. Тексти редакції цілі. Технічні подробиці: «{ $detail }».
error-server-unreachable-remedy = Перевірте зв’язок і експортуйте ще раз: експорт піде далі з того місця, де урвався.
error-server-refused = Сервер { $server } не впускає: ні ключ, ні пароль не підійшли.
error-server-refused-remedy = Перевірте пароль у налаштуваннях сайту або додайте ключ до агента SSH.
error-server-no-secret = Для сервера { $server } немає пароля.
error-server-no-secret-remedy = Введіть його в налаштуваннях сайту.
error-server-unknown = Сервер { $server } ще не знайомий. Він показує ключ { $fingerprint }. Нічого не експортовано.
error-server-unknown-remedy = Порівняйте ключ із тим, який повідомляє хостинг. Якщо він той самий, хай головний редактор підтвердить, що серверу довіряють.
error-server-changed = Сервер { $server } показує не той ключ, що раніше: { $fingerprint }. Нічого не експортовано.
error-server-changed-remedy = Запитайте в хостингу, чи змінювали ключ. Якщо ні, відповідає хтось інший; якщо так, впишіть новий ключ в адресу.
error-server-no-folder = На сервері { $server } немає такої теки чи сховища.
error-server-no-folder-remedy = Створіть її там або виправте адресу в налаштуваннях сайту.
error-server-forbids = Сервер { $server } не дає писати в { $path }.
error-server-forbids-remedy = Попросіть у хостингу права на запис і експортуйте ще раз: експорт піде далі з того місця, де урвався.
error-server-no-keyring = Системне сховище паролів не відповідає. Технічні подробиці: «{ $detail }».
error-server-no-keyring-remedy = Розблокуйте його і спробуйте ще раз.
error-no-server = У сайту немає сервера.
error-no-server-remedy = Впишіть його адресу в налаштуваннях сайту.

## Меню, вікна системи, сповіщення

menu-story = Матеріал
menu-edit = Правка
menu-view = Перегляд
menu-help = Довідка
menu-close = Закрити вікно
menu-not-here = Тут цього зробити не можна.
dialog-folder-newsroom = Тека редакції
dialog-folder-site = Тека сайту
dialog-folder-copy = Тека для копії
dialog-folder-incoming = Тека, куди надходять тексти
dialog-folder-backups = Друге місце для резервних копій
dialog-folder-parcel = Куди зберегти пакунок
dialog-folder-texts = Куди зберегти тексти
dialog-texts = Тексти й пакунки для імпорту
dialog-image = Фото
dialog-filter-texts = Тексти й пакунки
dialog-filter-images = Зображення
notice-approve = { $n ->
    [one] На ваше затвердження чекає { $n } текст
    [few] На ваше затвердження чекають { $n } тексти
   *[many] На ваше затвердження чекають { $n } текстів
}
notice-translate = { $n ->
    [one] На переклад чекає { $n } текст
    [few] На переклад чекають { $n } тексти
   *[many] На переклад чекають { $n } текстів
}
