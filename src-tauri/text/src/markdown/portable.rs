//! Markdown for other programs: what a text says, in CommonMark with tables, strikethrough and
//! footnotes, without what only a newsroom understands.

use comrak::nodes::{AstNode, Node, NodeLink, NodeValue};
use comrak::{Arena, format_commonmark, parse_document};

use super::attribution::is_attribution_list;
use super::render::is_address;
use super::story::slug;
use super::{LOWEST_HEADING, words};
use crate::html::reach;

/// What begins a template in the programs that make sites of Markdown.
const TEMPLATES: [&str; 3] = ["{{", "{%", "{#"];

/// A photo in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    pub src: String,
    /// As printed ("Photo: …").
    pub credit: Option<String>,
}

/// Where readers find a story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lead {
    pub href: String,
    /// What is said of the page after the link's words ("(in Ukrainian)").
    pub note: Option<String>,
}

/// What stands beyond the text.
pub struct Surroundings<'a> {
    /// The file of an image address (`media:…`); none leaves the image's alt text.
    pub picture: &'a dyn Fn(&str) -> Option<Picture>,
    /// Where a story is found, by slug; none leaves the link's words.
    pub lead: &'a dyn Fn(&str) -> Option<Lead>,
    /// Typography of running text (not of code).
    pub polish: &'a dyn Fn(&str) -> String,
}

/// The body as other programs read it: raw HTML and links that a page may not have are gone, photos
/// have files, an attribution is the last paragraph of its quote, no heading is of the first level,
/// and nothing reads as a template.
pub fn portable(body: &str, surroundings: &Surroundings<'_>) -> String {
    let arena = Arena::new();
    let options = super::options();
    let root = parse_document(&arena, body, &options);
    let brace = unused(body);
    let writer = Writer { arena: &arena, surroundings, brace };
    let nodes: Vec<_> = root.descendants().collect();
    for node in &nodes {
        writer.text(node);
    }
    let shift = u8::from(nodes.iter().any(|node| is_first_heading(node)));
    for node in nodes {
        writer.node(node, shift);
    }
    let out = written(root, brace);
    if says(&out, root, brace) {
        return out;
    }
    // Signs of emphasis that meet in an odd place can mean something else when they are written.
    root.descendants()
        .filter(|node| is_emphasis(node))
        .collect::<Vec<_>>()
        .into_iter()
        .for_each(unwrap);
    written(root, brace)
}

/// Whether Markdown has just the words of a tree.
fn says(markdown: &str, root: Node<'_>, brace: char) -> bool {
    let arena = Arena::new();
    let written = words(parse_document(&arena, markdown, &super::options()));
    written.split_whitespace().eq(words(root).replace(brace, "{").split_whitespace())
}

fn is_first_heading(node: Node<'_>) -> bool {
    match node.data().value {
        NodeValue::Heading(heading) => heading.level == 1,
        _ => false,
    }
}

fn is_emphasis(node: &Node<'_>) -> bool {
    matches!(node.data().value, NodeValue::Emph | NodeValue::Strong | NodeValue::Strikethrough)
}

/// Words as a paragraph of such Markdown, whatever their signs mean there.
pub fn paragraph(words: &str) -> String {
    let arena = Arena::new();
    let brace = unused(words);
    let root = arena.alloc(AstNode::from(NodeValue::Document));
    let paragraph = arena.alloc(AstNode::from(NodeValue::Paragraph));
    root.append(paragraph);
    paragraph.append(arena.alloc(AstNode::from(running(words, brace))));
    written(root, brace)
}

fn written(root: Node<'_>, brace: char) -> String {
    let mut out = String::new();
    let written = format_commonmark(root, &super::options(), &mut out);
    debug_assert!(written.is_ok(), "a string takes all that is written to it");
    let out = ['%', '#']
        .iter()
        .fold(out, |out, sign| out.replace(&format!("{brace}{sign}"), &format!("{brace}\\{sign}")));
    out.replace(brace, "\\{")
}

/// Running text whose braces are written as such.
fn running(words: &str, brace: char) -> NodeValue {
    NodeValue::Text(words.replace('{', &brace.to_string()).into())
}

/// A character of private use that a text does not have.
fn unused(text: &str) -> char {
    ('\u{e000}'..='\u{f8ff}').find(|sign| !text.contains(*sign)).unwrap_or('\u{f8ff}')
}

struct Writer<'a, 's> {
    arena: &'a Arena<'a>,
    surroundings: &'s Surroundings<'s>,
    /// Stands for an opening brace of running text until all is written.
    brace: char,
}

impl<'a> Writer<'a, '_> {
    fn text(&self, node: Node<'a>) {
        let NodeValue::Text(ref text) = node.data().value.clone() else { return };
        let words = match is_address(node, text) || is_alt(node) {
            true => text.to_string(),
            false => (self.surroundings.polish)(text),
        };
        node.data_mut().value = self.running(&words);
    }

    fn node(&self, node: Node<'a>, shift: u8) {
        let value = node.data().value.clone();
        match value {
            NodeValue::HtmlBlock(_) | NodeValue::HtmlInline(_) => node.detach(),
            NodeValue::Heading(mut heading) => {
                heading.level = (heading.level + shift).min(LOWEST_HEADING);
                node.data_mut().value = NodeValue::Heading(heading);
            }
            NodeValue::Code(code) if is_template(&code.literal) => {
                node.data_mut().value = self.running(&code.literal);
            }
            NodeValue::CodeBlock(code) if is_template(&code.literal) => {
                self.lines(node, &code.literal);
            }
            NodeValue::Link(link) => self.link(node, *link),
            NodeValue::Image(link) => self.image(node, *link),
            NodeValue::List(_) if is_attribution_list(node) => self.attribution(node),
            _ => {}
        }
    }

    fn running(&self, words: &str) -> NodeValue {
        running(words, self.brace)
    }

    fn planted(&self, value: NodeValue) -> Node<'a> {
        self.arena.alloc(AstNode::from(value))
    }

    /// The lines of code as those of a paragraph.
    fn lines(&self, node: Node<'a>, code: &str) {
        node.data_mut().value = NodeValue::Paragraph;
        for (number, line) in code.lines().enumerate() {
            if number > 0 {
                node.append(self.planted(NodeValue::LineBreak));
            }
            node.append(self.planted(self.running(line)));
        }
    }

    fn link(&self, node: Node<'a>, link: NodeLink) {
        if let Some(story) = slug(&link.url) {
            let Some(Lead { href, note }) = (self.surroundings.lead)(story) else {
                return unwrap(node);
            };
            let note = note.map(|note| self.planted(self.running(&note)));
            note.into_iter().for_each(|note| node.append(note));
            set(node, NodeValue::Link, &href, &link.title);
        } else if reach(&link.url).is_none() {
            unwrap(node);
        } else {
            set(node, NodeValue::Link, &link.url, &link.title);
        }
    }

    fn image(&self, node: Node<'a>, link: NodeLink) {
        let alt = words(node);
        let inner: Vec<_> = node.children().collect();
        inner.into_iter().for_each(|inner| inner.detach());
        let Some(Picture { src, credit }) = (self.surroundings.picture)(&link.url) else {
            node.data_mut().value = self.running(&(self.surroundings.polish)(&alt));
            return;
        };
        node.append(self.planted(self.running(&alt)));
        let caption = (self.surroundings.polish)(&link.title);
        set(node, NodeValue::Image, &src, &with_credit(caption, credit));
    }

    /// A list that is an attribution as a paragraph that begins with a dash.
    fn attribution(&self, list: Node<'a>) {
        let paragraph = list.first_child().and_then(|item| item.first_child());
        let Some(paragraph) = paragraph else { return };
        list.insert_before(paragraph);
        paragraph.prepend(self.planted(NodeValue::Text("— ".into())));
        list.detach();
    }
}

/// The words in an image say what it shows to those who do not see it.
fn is_alt(text: Node<'_>) -> bool {
    text.ancestors().any(|node| matches!(node.data().value, NodeValue::Image(_)))
}

fn is_template(code: &str) -> bool {
    TEMPLATES.iter().any(|beginning| code.contains(beginning))
}

/// Gives a link or an image its address and title. Some programs show the escapes of a title, so
/// it has no quotation mark that needs one.
fn set(node: Node<'_>, value: impl Fn(Box<NodeLink>) -> NodeValue, url: &str, title: &str) {
    let url = url.replace('{', "%7B").replace('}', "%7D");
    let title = title.replace('"', "”").replace('{', "{\u{2060}");
    node.data_mut().value = value(Box::new(NodeLink { url, title }));
}

/// The caption and, as a sentence of its own, the credit.
fn with_credit(caption: String, credit: Option<String>) -> String {
    match credit {
        Some(credit) if caption.is_empty() => credit,
        Some(credit) if caption.ends_with(['.', '!', '?', '…']) => format!("{caption} {credit}"),
        Some(credit) => format!("{caption}. {credit}"),
        None => caption,
    }
}

/// Leaves what stands in a link or in emphasis.
fn unwrap<'a>(node: Node<'a>) {
    let inner: Vec<_> = node.children().collect();
    inner.into_iter().for_each(|inner| node.insert_before(inner));
    node.detach();
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;
    use crate::html::{HtmlOptions, html};

    fn plain(body: &str) -> String {
        portable(
            body,
            &Surroundings { picture: &|_| None, lead: &|_| None, polish: &str::to_owned },
        )
    }

    #[test]
    fn photos_stories_and_attributions_are_what_any_program_reads() {
        let body = "# Порт\n\n![*Кран* **i**](media:ab \"Кран «Юпітер» \\\"1\\\"\")\n\n![Б](media:cd)\n\n\
                    > Сказав.\n>\n> - сказала *речниця*\n\n\
                    [а](story:a), [б](story:b), [в](javascript:c), <b>г</b> [д](https://e.org \"{{\")\n";
        let picture = |address: &str| {
            let (src, credit) = ("../media/ab.jpg".to_owned(), Some("Фото: порт".to_owned()));
            (address == "media:ab").then_some(Picture { src, credit })
        };
        let lead = |slug: &str| {
            let (href, note) = ("../news/a.html".to_owned(), Some(" (українською)".to_owned()));
            (slug == "a").then_some(Lead { href, note })
        };
        let surroundings = Surroundings {
            picture: &picture,
            lead: &lead,
            polish: &|text| text.replace(' ', "\u{a0}"),
        };
        assert_eq!(
            portable(body, &surroundings),
            "## Порт\n\n![Кран i](../media/ab.jpg \"Кран\u{a0}«Юпітер»\u{a0}”1”. Фото: порт\")\n\nБ\n\n\
             > Сказав.\n> \n> — сказала\u{a0}*речниця*\n\n\
             [а (українською)](../news/a.html),\u{a0}б,\u{a0}в,\u{a0}г\u{a0}\
             [д](https://e.org \"{\u{2060}{\u{2060}\")\n"
        );
    }

    #[test]
    fn nothing_reads_as_a_template() {
        let body = "{{< a >}} {% b %} `{{ c }}` `{ d }` [{{e}}](https://e.org/{{f}}) \
                    ![{{g}}](media:h \"{{i}}\")\n\n```\n{{< j\n{# k\n```\n\n# {#l}\n";
        let picture = |_: &str| Some(Picture { src: "h.jpg".to_owned(), credit: None });
        let surroundings =
            Surroundings { picture: &picture, lead: &|_| None, polish: &str::to_owned };
        let written = portable(body, &surroundings);
        assert!(!TEMPLATES.iter().any(|beginning| written.contains(beginning)), "{written}");
        assert!(written.contains("`{ d }`") && written.contains("\\{\\{\\< a"), "{written}");
        for letter in 'a'..='l' {
            assert!(written.contains(letter), "{letter}: {written}");
        }
    }

    fn of_a_block() -> impl Strategy<Value = String> {
        let words = "[а-яґєії a-zA-Z0-9{}\\[\\]()*_<>&!|#.,:;+=~'\"$%^@?/—–-]{0,24}";
        let opening = prop::sample::select(vec![
            "", "", "## ", "> ", "- ", "1. ", "> > ", "**", "`", "    ", "| ", "[^1]: ",
        ]);
        (opening, words).prop_map(|(opening, words)| format!("{opening}{words}"))
    }

    proptest! {
        #[test]
        fn the_words_are_always_those_of_the_page(
            blocks in prop::collection::vec(of_a_block(), 1..6),
        ) {
            let body = blocks.join("\n\n");
            let words = |body: &str| {
                let html = html(body, &HtmlOptions::default());
                let document = scraper::Html::parse_fragment(&html);
                document.root_element().text().collect::<String>()
                    .split_whitespace().collect::<Vec<_>>().join(" ")
            };
            prop_assert_eq!(words(&plain(&body)), words(&body));
        }
    }
}
