#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::{Figure, HtmlOptions, html};
use crate::Section;

fn photo(address: &str) -> Option<Figure> {
    let src = format!("media/{}.jpg", address.strip_prefix("media:").filter(|a| !a.is_empty())?);
    Some(Figure {
        src,
        size: Some((640, 480)),
        credit: Some("Фото: А & Б".to_owned()),
        ..Figure::default()
    })
}

fn section(words: &str) -> Option<Section> {
    (words == "Нагадаємо").then_some(Section::Background)
}

/// The body as a page shows it, on one line.
fn page(body: &str) -> String {
    let polish = |text: &str| text.replace(" км", "\u{a0}км").replace(" -", " —");
    let options = HtmlOptions {
        figure: &photo,
        section: &section,
        polish: &polish,
        heading_shift: 1,
        ..HtmlOptions::default()
    };
    html(body, &options).replace('\n', "")
}

const IMG: &str = "width=\"640\" height=\"480\" loading=\"lazy\" decoding=\"async\"";

#[test]
fn a_figure_has_caption_and_credit() {
    assert_eq!(
        page("![Порт](media:a \"За 5 км <звідси>\")\n![](media:b)"),
        format!(
            "<figure><img src=\"media/a.jpg\" alt=\"Порт\" {IMG}><figcaption>За 5&nbsp;км \
             &lt;звідси&gt; <span class=\"credit\">Фото: А &amp; Б</span></figcaption></figure>\
             <figure><img src=\"media/b.jpg\" alt=\"\" {IMG}><figcaption><span \
             class=\"credit\">Фото: А &amp; Б</span></figcaption></figure>"
        )
    );
}

#[test]
fn an_image_amid_text_stays_there() {
    assert_eq!(
        page("Тут ![*Порт*](media:a \"Т\")."),
        format!("<p>Тут <img src=\"media/a.jpg\" alt=\"Порт\" title=\"Т\" {IMG}>.</p>")
    );
}

#[test]
fn an_image_that_the_page_does_not_have_leaves_its_alt_text() {
    assert_eq!(page("![За 5 км](media:) ![](media:)"), "<p>За 5&nbsp;км</p>");
    assert_eq!(page("Тут ![порт](https://example.org/a.jpg)."), "<p>Тут порт.</p>");
}

#[test]
fn an_image_outside_the_media_folder_is_dropped() {
    let figure =
        |_: &str| Some(Figure { src: "https://example.org/a.jpg".to_owned(), ..Figure::default() });
    let options = HtmlOptions { figure: &figure, ..HtmlOptions::default() };
    assert_eq!(html("![a](media:b)", &options), "<p>a</p>\n");
}

#[test]
fn an_attribution_is_the_quotes_footer() {
    let expected = "<blockquote><p>Так</p><footer>— сказав <em>міністр</em></footer></blockquote>";
    assert_eq!(page("> Так\n>\n> — сказав *міністр*"), expected);
    assert_eq!(page("> Так\n>\n> - сказав *міністр*"), expected);
    assert_eq!(page("> Так\n>\n> - сказав\n\nДалі"), page("> Так\n>\n> — сказав\n\nДалі"));
}

#[test]
fn the_background_is_a_box_up_to_the_next_heading_of_its_level() {
    assert_eq!(
        page("a\n\n## Нагадаємо\n\nb\n\n### c\n\n## d"),
        "<p>a</p><aside><h3>Нагадаємо</h3><p>b</p><h4>c</h4></aside><h3>d</h3>"
    );
    assert_eq!(page("## **Нагадаємо**"), "<aside><h3><strong>Нагадаємо</strong></h3></aside>");
    assert_eq!(page("> ## Нагадаємо"), "<blockquote><h3>Нагадаємо</h3></blockquote>");
}

#[test]
fn headings_are_lowered_to_the_sixth_level_at_most() {
    assert_eq!(page("# a\n\n###### b"), "<h2>a</h2><h6>b</h6>");
}

#[test]
fn a_table_names_its_columns() {
    assert_eq!(
        page("a | b\n-:|---\nc | d"),
        "<div class=\"table\" tabindex=\"0\"><table><thead><tr><th scope=\"col\" class=\"align-right\">a</th>\
         <th scope=\"col\">b</th></tr></thead><tbody><tr><td class=\"align-right\">c</td>\
         <td>d</td></tr></tbody></table></div>"
    );
    assert!(!page("a | b\n---|---").contains("tbody"));
}

#[test]
fn footnotes_stand_at_the_end_outside_the_background() {
    assert_eq!(
        page("a[^x] b[^x]\n\n## Нагадаємо\n\nc[^y]\n\n[^x]: Ікс\n[^y]:\n    - Ігрек\n[^z]: Зайва"),
        "<p>a<sup class=\"footnote-ref\" id=\"fnref-1\"><a href=\"#fn-1\">1</a></sup> b<sup \
         class=\"footnote-ref\" id=\"fnref-1-2\"><a href=\"#fn-1\">1</a></sup></p><aside><h3>\
         Нагадаємо</h3><p>c<sup class=\"footnote-ref\" id=\"fnref-2\"><a href=\"#fn-2\">2</a>\
         </sup></p></aside><div class=\"footnotes\"><ol><li id=\"fn-1\"><p>Ікс <a \
         href=\"#fnref-1\" class=\"footnote-backref\">↩</a> <a href=\"#fnref-1-2\" \
         class=\"footnote-backref\">↩</a></p></li><li id=\"fn-2\"><ul><li>Ігрек</li></ul><a \
         href=\"#fnref-2\" class=\"footnote-backref\">↩</a></li></ol></div>"
    );
}

#[test]
fn a_footnotes_mark_within_a_link_is_no_second_link() {
    let found = page("[a [^1] b](https://example.org)\n\n[^1]: c");
    assert!(
        found.contains("a <sup class=\"footnote-ref\" id=\"fnref-1\">1</sup> b</a>"),
        "{found}"
    );
}

#[test]
fn typography_is_for_words_not_for_code_or_addresses() {
    assert_eq!(
        page("5 км `5 км` [5 км](<a 5 км>) <https://example.org/-a>\n\n    5 км"),
        "<p>5&nbsp;км <code>5 км</code> <a href=\"a%205%20%D0%BA%D0%BC\">5&nbsp;км</a> <a \
         href=\"https://example.org/-a\" rel=\"noopener\">https://example.org/-a</a></p>\
         <pre><code>5 км</code></pre>"
    );
}

#[test]
fn raw_html_is_left_out_without_trace() {
    assert_eq!(
        page("a <b onclick=\"x\">b</b> c\n\n<script>d</script>\n\ne"),
        "<p>a b c</p><p>e</p>"
    );
}

#[test]
fn a_link_that_may_not_be_leaves_its_words() {
    assert_eq!(
        page("[a](javascript:b) [c](http://127.0.0.1/) [d](#e)"),
        "<p>a c <a href=\"#e\">d</a></p>"
    );
}

#[test]
fn a_link_to_a_story_names_it() {
    assert_eq!(
        page("[a *b*](story:c-1 \"d\") [e](story:f%20g) [h](story:)"),
        "<p><a data-story=\"c-1\">a <em>b</em></a> e h</p>"
    );
}

#[test]
fn strikethrough_and_hard_breaks_are_kept() {
    assert_eq!(page("~~a~~  \nb"), "<p><del>a</del><br>b</p>");
}

#[test]
fn a_depth_that_nobody_reads_loses_no_word() {
    let quotes = format!("{} quoted", ">".repeat(50_000));
    let items = format!("{}listed", "- ".repeat(20_000));
    let stars = format!("{}starred", "*a **a ".repeat(20_000));
    let page = html(&[quotes, items, stars].join("\n\n"), &HtmlOptions::default());
    for word in ["quoted", "listed", "starred"] {
        assert!(page.contains(word), "{word}");
    }
}
