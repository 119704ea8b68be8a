//! What is left of a word in any of our languages: the frame of its consonants.

/// Consonants that count; what follows may be inflection.
const LONGEST: usize = 4;

/// Fewer consonants than this name nothing.
const SHORTEST: usize = 3;

/// The consonants of a word in a spelling that Latin and Cyrillic share, so that `Умєрова` and
/// `Umerov`, `президент` and `president` are alike. A vowel shows only at the beginning. `word`
/// is lower case; `None` for one too short to tell anything.
pub(super) fn skeleton(word: &str) -> Option<String> {
    let mut frame = String::new();
    let mut last = None;
    let mut signs = word.chars().peekable();
    while let Some(sign) = signs.next() {
        let next = signs.peek().copied();
        let sound = digraph(sign, next).inspect(|_| {
            signs.next();
        });
        let sound = sound.or_else(|| consonant(sign, next));
        match sound {
            None if last.is_none() && frame.is_empty() => frame.push('a'),
            Some(sound) if last != Some(sound) => frame.push(sound),
            _ => {}
        }
        last = sound;
        if frame.len() == LONGEST {
            break;
        }
    }
    (frame.len() >= SHORTEST).then_some(frame)
}

/// Two Latin letters that are one sound.
fn digraph(sign: char, next: Option<char>) -> Option<char> {
    match (sign, next?) {
        ('s' | 'c' | 'z', 'h') => Some('x'),
        ('k' | 'g', 'h') => Some('h'),
        ('p', 'h') => Some('f'),
        ('t', 'h') => Some('t'),
        ('t', 's') => Some('s'),
        ('c', 'k') => Some('k'),
        _ => None,
    }
}

/// Sounds that the languages write for each other are one: г, ґ, х, g, h; ж, ч, ш, щ, j; з, с, ц.
fn consonant(sign: char, next: Option<char>) -> Option<char> {
    let sound = match sign {
        'b' | 'б' => 'b',
        'c' if matches!(next, Some('e' | 'i' | 'y')) => 's',
        'c' | 'k' | 'q' | 'x' | 'к' => 'k',
        'd' | 'д' => 'd',
        'f' | 'ф' => 'f',
        'g' | 'h' | 'г' | 'ґ' | 'х' => 'h',
        'j' | 'ж' | 'ч' | 'ш' | 'щ' => 'x',
        'l' | 'л' => 'l',
        'm' | 'м' => 'm',
        'n' | 'н' => 'n',
        'p' | 'п' => 'p',
        'r' | 'р' => 'r',
        's' | 'z' | 'с' | 'з' | 'ц' => 's',
        't' | 'т' => 't',
        'v' | 'w' | 'в' => 'v',
        _ => return None,
    };
    Some(sound)
}
