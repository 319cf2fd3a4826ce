//! Whether two short texts say the same: for work items that overlap, and deliverables named in other words.

/// Without spaces, and Latin letters of either width small; the library's table of all alphabets is 12 KiB.
pub(crate) fn plain_text(text: &str) -> String {
    let small = |c: char| match c {
        'Ａ'..='Ｚ' => char::from_u32(c as u32 + 0x20).unwrap_or(c),
        c => c.to_ascii_lowercase(),
    };
    text.chars()
        .filter(|c| !c.is_whitespace())
        .map(small)
        .collect()
}

/// Of things that say the same, so many are named beside each.
pub(crate) const MOST_TOLD: usize = 10;

/// A short text as others are compared with it.
pub(crate) struct Name {
    letters: Vec<char>,
    /// The same letters in their order of the alphabet.
    sorted: Vec<char>,
}

impl Name {
    pub(crate) fn of(text: &str) -> Self {
        let letters: Vec<char> = plain_text(text).chars().collect();
        let mut sorted = letters.clone();
        sorted.sort_unstable();
        Self { letters, sorted }
    }

    /// Whether at least four fifths of the longer text stand in the other one in the same order (DEP-02).
    pub(crate) fn is_like(&self, other: &Self) -> bool {
        let longer = self.letters.len().max(other.letters.len());
        // So many characters may be put in, taken out or replaced; letters that the other lacks are not fewer.
        let most = longer / 5;
        longer > 0
            && self.letters.len().abs_diff(other.letters.len()) <= most
            && lacking(&self.sorted, &other.sorted) <= most
            && lacking(&other.sorted, &self.sorted) <= most
            && steps_between(&self.letters, &other.letters) <= most
    }
}

/// How many of the sorted letters the others lack.
fn lacking(letters: &[char], others: &[char]) -> usize {
    let mut rest = others.iter().peekable();
    let lacks = |letter: &&char| {
        while rest.next_if(|other| *other < *letter).is_some() {}
        rest.next_if(|other| *other == *letter).is_none()
    };
    letters.iter().filter(lacks).count()
}

/// How many characters must be put in, taken out or replaced to make one text of the other.
fn steps_between(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = i;
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let replaced = corner + usize::from(x != y);
            corner = row[j + 1];
            row[j + 1] = replaced.min(corner + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn are_alike(a: &str, b: &str) -> bool {
        Name::of(a).is_like(&Name::of(b))
    }

    #[test]
    fn four_fifths_are_alike() {
        assert!(are_alike("编制推广方案", "编制推广方案"));
        assert!(are_alike("编制年度推广方案", "编制年度推广预案"));
        assert!(!are_alike("推广方案", "推广预算"));
        assert!(!are_alike("", ""));
        assert!(!are_alike("培训", "编写培训教材并组织培训"));
    }
}
