//! Payloads in a body.

/// A body in Markdown with each payload wherever a text can stand, as it is and to the letter:
/// first where nothing of it can take what follows along, then alone. `background` is a heading
/// that opens a box; `photo` tells the hash of the photo that goes with a payload.
pub fn body(payloads: &[String], background: &str, photo: impl Fn(u8) -> String) -> String {
    let literal = payloads.iter().map(|payload| escaped(payload));
    let all: Vec<_> = payloads.iter().cloned().chain(literal).collect();
    let parts = all.iter().enumerate().map(|(number, payload)| {
        let of = u8::try_from(number % payloads.len()).unwrap();
        within(payload, &photo(of), number, background)
    });
    let ends = all.iter().enumerate().map(|(number, payload)| alone(payload, number));
    parts.chain(ends).collect()
}

/// So that it stands there to the letter, whatever it means in Markdown.
fn escaped(payload: &str) -> String {
    let sign = |sign: char| match sign {
        '\n' | '\r' => " ".to_owned(),
        sign if sign.is_ascii_punctuation() => format!("\\{sign}"),
        sign => sign.to_string(),
    };
    payload.chars().map(sign).collect()
}

fn within(p: &str, photo: &str, number: usize, background: &str) -> String {
    format!(
        "Слово {p} слово.\n\n## {p}\n\n- {p}\n\n1. {p}\n\n> {p}\n>\n> — {p}\n\n\
         ![{p}](media:{photo} \"{p}\")\n\n\
         [{p}](https://example.org/{p} \"{p}\") [a]({p}) [a](<{p}>) <{p}> <https://{p}>\n\n\
         | {p} | a |\n| --- | --- |\n| {p} | `{p}` |\n\n*{p}* **{p}** ~~{p}~~\n\n\
         Слово[^{number}]\n\n[^{number}]: {p}\n\n~~~~~~{p}\n{p}\n~~~~~~\n\n\
         ## {background}\n\n{p}\n\n"
    )
}

fn alone(p: &str, number: usize) -> String {
    format!("## {number}\n\n[a][r{number}]\n\n[r{number}]: <{p}> \"{p}\"\n\n    {p}\n\n{p}\n\n")
}
