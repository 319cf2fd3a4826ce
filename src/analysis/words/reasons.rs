//! Why a text is no value of its field, as people are told: under its control, beside pasted lines and in the checks.

use super::labels::{catalogue, fill};
use super::names::bare_name;
use super::typed::{Oddity, Unread};
use crate::model::template::{Label, Lang};
use crate::model::{Log, RecordId};
use crate::templates::member;

catalogue! {
    SHEET_ERROR: "这是表格里算错的格子，不是内容，请改成原来要写的。", "A spreadsheet could not work this cell out; write what was meant.";
    NOT_A_DATE: "请写成 2026-03-05 这样的日期。您写的内容留着。", "Write a date like 2026-03-05. Your text is kept.";
    NOT_A_MOMENT:
        "请写成 2026-03-05 14:30 这样的日期和时间。您写的内容留着。",
        "Write a date and time like 2026-03-05 14:30. Your text is kept.";
    NO_DAY:
        "请写明是哪一天，例如 2026-03-05、下周五、月底。您写的内容留着。",
        "Say which day, such as 2026-03-05 or end of month. Your text is kept.";
    NO_SUCH_DAY: "那个月没有这一天。", "That month has no such day.";
    AMBIGUOUS: "这样写有不止一种读法，请选一种。", "This can be read in more than one way; choose one.";
    TWO_DATES: "这里只写一天，请选一个。", "One day fits here; choose which.";
    MORE_THAN_A_DATE:
        "这里只存日期，其余的字存不下。要这一天就点它，说明请写到别处。",
        "Only the date fits here, the other words do not. Choose the day, and note the rest elsewhere.";
    WRONG_WEEKDAY: "这一天不是您写的那个星期几。", "That day is not on the weekday you wrote.";
    BEFORE_START: "比开始还早，没有算数。", "This is before the start and does not count.";
    FAR_FROM_PROJECT:
        "没有写年份，放到哪一年都离项目周期很远，请选一年。",
        "No year is given, and in any year it is far from the project; choose one.";
    MORE_THAN_A_NUMBER: "这里只存数字，其余的字存不下。", "Only the number fits here, the other words do not.";
    COMMAS: "逗号只用来隔开三位一组，例如 1,234。请选是哪个数。", "Commas only part groups of three, as in 1,234. Choose the number.";
    TOO_FINE: "金额最多写到分。", "An amount has at most two decimals.";
    NOT_A_CHOICE: "没有这个选项。", "There is no such choice.";
    SEVERAL_CHOICES: "这里只能选一个。", "Only one choice fits here.";
    NOT_YES_OR_NO: "请选是或否。", "Choose yes or no.";
    NO_SUCH_NAME:
        "没有叫这个名字的。请从列表里选，或先把它加上。",
        "Nothing here has that name. Choose one from the list, or add it first.";
    SEVERAL_OF_THE_NAME: "叫这个名字的不止一个，请选。", "Several have that name; choose one.";
    TWO_OF_THE_NAME: "有两位{name}，请选。", "Two people are called {name}; choose one.";
    PEOPLE_OF_THE_NAME: "有 {n} 位{name}，请选。", "{n} {n|person is|people are} called {name}; choose one.";
    SEVERAL_NAMES: "这里只能写一个，请选。", "Only one fits here; choose.";
    OTHER_BESIDE: "名字有，但旁边写的对不上，请确认是不是。", "The name is known, but what stands beside it is not; please confirm.";
    NOT_AN_INTEGER: "请写整数。您写的内容留着。", "Write a whole number. Your text is kept.";
    NOT_A_NUMBER: "请写数字，例如 3.5。您写的内容留着。", "Write a number such as 3.5. Your text is kept.";
    NOT_MONEY: "请写金额，例如 300000 或 1234.50。您写的内容留着。", "Write an amount such as 300000 or 1234.50. Your text is kept.";
    OUT_OF_RANGE:
        "应在 {min} 到 {max} 之间。您写的内容留着。",
        "It should be between {min} and {max}. Your text is kept.";
    BELOW_ZERO: "不能小于 0。您写的内容留着。", "It cannot be less than 0. Your text is kept.";
    TOO_LONG: "最多 {max} 个字，现在 {n} 个，都留着。", "At most {max} characters; it has {n}, all kept.";
}

/// What is odd, in a sentence.
pub fn reason(odd: Oddity, lang: Lang) -> String {
    match odd {
        Oddity::OutOfRange(min, max) => {
            let places = [("min", &*min.to_string()), ("max", &*max.to_string())];
            fill(OUT_OF_RANGE, lang, &places)
        }
        Oddity::TooLong(max, n) => {
            let places = [("max", &*max.to_string()), ("n", &*n.to_string())];
            fill(TOO_LONG, lang, &places)
        }
        odd => label(odd).text(lang).to_owned(),
    }
}

/// Why nothing was made of a text; of people of one name, how many there are.
pub fn why_unread(log: &Log, unread: &Unread, lang: Lang) -> String {
    let meant = unread.meant.iter().filter_map(|value| value.as_text());
    let meant: Vec<RecordId> = meant.filter_map(|text| text.parse().ok()).collect();
    let are_people = meant.iter().all(|one| one.kind() == member::KIND);
    match meant.as_slice() {
        [first, _, ..] if unread.why == Oddity::SeveralOfTheName && are_people => {
            let label = match meant.len() {
                2 => TWO_OF_THE_NAME,
                _ => PEOPLE_OF_THE_NAME,
            };
            let (n, name) = (meant.len().to_string(), bare_name(log, first, lang));
            fill(label, lang, &[("n", &n), ("name", &name)])
        }
        _ => reason(unread.why, lang),
    }
}

/// The same as a part of a sentence, of what has no numbers in it.
pub(in crate::analysis) fn brief(odd: Oddity) -> Label {
    let label = label(odd);
    Label::new(
        label.zh.trim_end_matches('。'),
        label.en.trim_end_matches('.'),
    )
}

fn label(odd: Oddity) -> Label {
    match odd {
        Oddity::SheetError => SHEET_ERROR,
        Oddity::NotADate => NOT_A_DATE,
        Oddity::NotAMoment => NOT_A_MOMENT,
        Oddity::NoDay => NO_DAY,
        Oddity::NoSuchDay => NO_SUCH_DAY,
        Oddity::Ambiguous => AMBIGUOUS,
        Oddity::TwoDates => TWO_DATES,
        Oddity::MoreThanADate => MORE_THAN_A_DATE,
        Oddity::WrongWeekday => WRONG_WEEKDAY,
        Oddity::BeforeStart => BEFORE_START,
        Oddity::FarFromProject => FAR_FROM_PROJECT,
        Oddity::NotAnInteger => NOT_AN_INTEGER,
        Oddity::NotANumber => NOT_A_NUMBER,
        Oddity::MoreThanANumber => MORE_THAN_A_NUMBER,
        Oddity::Commas => COMMAS,
        Oddity::NotMoney => NOT_MONEY,
        Oddity::TooFine => TOO_FINE,
        Oddity::NotAChoice => NOT_A_CHOICE,
        Oddity::SeveralChoices => SEVERAL_CHOICES,
        Oddity::NotYesOrNo => NOT_YES_OR_NO,
        Oddity::NotListed => NO_SUCH_NAME,
        Oddity::SeveralOfTheName => SEVERAL_OF_THE_NAME,
        Oddity::SeveralNames => SEVERAL_NAMES,
        Oddity::OtherBeside => OTHER_BESIDE,
        Oddity::OutOfRange(..) => OUT_OF_RANGE,
        Oddity::BelowZero => BELOW_ZERO,
        Oddity::TooLong(..) => TOO_LONG,
    }
}
