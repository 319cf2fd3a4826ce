//! RecordNames of people, and of other records that a cell may name.

use crate::cells::{moment, said};
use crate::port::Fake;
use hepai::analysis::words::named::RecordNames;
use hepai::analysis::words::typed::{Around, read_as};
use hepai::model::template::Field;
use hepai::model::{FieldKey, RecordId, Value};
use hepai::state::Session;
use hepai::templates::{SCHEMA, contact, department, member, task};
use reactive_graph::owner::Owner;

const NOW: &str = "2026-03-05T14:30:00+08:00";

/// A roster in two departments, two of whose people have one name, and two tasks; each record with what it is called
/// here.
struct Project {
    _owner: Owner,
    session: Session,
    called: Vec<(RecordId, &'static str)>,
}

impl Project {
    fn new() -> Self {
        let owner = Owner::new();
        owner.set();
        let id = "0123456789".parse().expect("an id");
        let session = Session::new(id, &SCHEMA, Fake::new(3, NOW, 0));
        let mut project = Self {
            _owner: owner,
            session,
            called: Vec::new(),
        };
        let market = project.add(
            department::KIND,
            "MARKET",
            &[(department::NAME.name, "市场部")],
        );
        let lab = project.add(
            department::KIND,
            "LAB",
            &[(department::NAME.name, "研发部")],
        );
        for (called, name, home) in [
            ("WANG", "王经理", &market),
            ("LIMIN", "李敏", &lab),
            ("SUN1", "孙浩", &market),
            ("SUN2", "孙浩", &lab),
            ("LILY", "Lily Wang", &lab),
        ] {
            let fields = [
                (member::PERSON.name, name),
                (member::DEPARTMENT.name, home.as_str()),
            ];
            project.add(member::KIND, called, &fields);
        }
        let wang = project.called[2].0.clone();
        let reached = [(contact::CONTACT_OF.name, Value::text("wang@example.com"))];
        project
            .session
            .add_rows(contact::KIND, Some(&wang), None, &[reached.to_vec()]);
        project.add(task::KIND, "PACK", &[(task::TITLE.name, "定包装")]);
        project.add(task::KIND, "SHOOT", &[(task::TITLE.name, "拍主图")]);
        project
    }

    fn add(
        &mut self,
        kind: &str,
        called: &'static str,
        fields: &[(&'static str, &str)],
    ) -> RecordId {
        let fields: Vec<_> = fields
            .iter()
            .map(|(key, text)| (*key, Value::text(*text)))
            .collect();
        let made = self.session.add_rows(kind, None, None, &[fields]).remove(0);
        self.called.push((made.clone(), called));
        made
    }

    fn check(
        &self,
        field: &'static Field,
        kinds: &[&str],
        but: &[&RecordId],
        table: &[(&str, &str)],
    ) {
        self.session.read(|log| {
            let names = RecordNames::of(log, kinds, but);
            let around = Around::today(moment(NOW));
            let read = |text: &str| {
                let said = said(&read_as(field, text, &around, Some(&names)));
                self.called
                    .iter()
                    .fold(said, |said, (id, called)| said.replace(id.as_str(), called))
            };
            let wrong = table
                .iter()
                .filter(|(text, expected)| read(text) != *expected);
            let wrong: Vec<String> = wrong
                .map(|(text, expected)| format!("{text:?}: {}, expected {expected}", read(text)))
                .collect();
            assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        });
    }
}

#[test]
fn people_are_recognised_or_told_apart_by_who_asks() {
    let owner = task::TASK.field(task::OWNER.name).expect("declared");
    Project::new().check(
        owner,
        &[member::KIND],
        &[],
        &[
            ("王经理", "WANG"),
            (" 王经理 ", "WANG"),
            ("王 经理", "WANG"),
            ("王\u{200B}经理", "WANG"),
            ("\u{202E}王经理\u{202C}", "WANG"),
            ("\u{FEFF}王经理", "WANG"),
            ("@王经理", "WANG"),
            ("＠王经理 ", "WANG"),
            ("王经理（市场部）", "WANG"),
            ("王经理(市场部)", "WANG"),
            ("王经理（市场）", "WANG"),
            ("市场部 王经理", "WANG"),
            ("市场部-王经理", "WANG"),
            ("市场部/王经理", "WANG"),
            ("王经理/市场部", "WANG"),
            ("王经理 <wang@example.com>", "WANG"),
            ("王经理 wang@example.com", "WANG"),
            ("王经理。", "WANG"),
            ("lily wang", "LILY"),
            ("Ｌｉｌｙ　Ｗａｎｇ", "LILY"),
            ("LilyWang", "LILY"),
            ("孙浩（研发部）", "SUN2"),
            ("市场部孙浩", "? NotListed"),
            ("市场部 孙浩", "SUN1"),
            ("", ""),
            ("孙浩", "? SeveralOfTheName: SUN1 | SUN2"),
            ("王经理（财务部）", "? OtherBeside: WANG"),
            ("王经理（暂定）", "? OtherBeside: WANG"),
            ("王经理、李敏", "? SeveralNames: WANG | LIMIN"),
            ("王经理，李敏", "? SeveralNames: WANG | LIMIN"),
            ("王经理 李敏", "? SeveralNames: WANG | LIMIN"),
            ("王经理/李敏", "? SeveralNames: WANG | LIMIN"),
            ("王经理和李敏", "? SeveralNames: WANG | LIMIN"),
            ("王经理\n李敏", "? SeveralNames: WANG | LIMIN"),
            ("王经理、钱工", "? SeveralNames: WANG"),
            ("钱工", "? NotListed"),
            ("玉经理", "? NotListed: WANG"),
            ("李主管", "? NotListed: LIMIN"),
            ("待定", "? NotListed"),
            ("wang", "? NotListed: LILY"),
            ("市场部", "? NotListed"),
            ("王经理、", "WANG"),
            ("王经理，", "WANG"),
            ("、王经理", "WANG"),
            ("王经理;", "WANG"),
            ("王\u{A0}经理\u{A0}", "WANG"),
            ("王\u{3000}经理", "WANG"),
            ("王\u{200D}经理\u{200E}", "WANG"),
            ("“王经理”", "WANG"),
            ("'王经理", "WANG"),
            ("「王经理」", "WANG"),
            ("【王经理】", "WANG"),
            ("\"王经理\"", "WANG"),
            ("Lily  Wang", "LILY"),
            ("Lily\u{A0}Wang", "LILY"),
            ("LILY WANG", "LILY"),
            ("Lily Wang, ", "LILY"),
            ("Lily Wang（研发部）", "LILY"),
            ("Wang, Lily", "LILY"),
            ("Wang Lily", "LILY"),
            ("Lily.Wang", "? NotListed: LILY"),
            ("责任人：王经理", "? OtherBeside: WANG"),
            ("王经理（代）", "? OtherBeside: WANG"),
            ("王经理等", "? NotListed: WANG"),
            ("王经理 13800000000", "? OtherBeside: WANG"),
            ("王经理+李敏", "? SeveralNames: WANG | LIMIN"),
            ("王经理&李敏", "? SeveralNames: WANG | LIMIN"),
            ("王经理；李敏", "? SeveralNames: WANG | LIMIN"),
            ("王经理→李敏", "? SeveralNames: WANG | LIMIN"),
            ("#N/A", "? NotListed"),
            ("TRUE", "? NotListed"),
            ("0", "? NotListed"),
            ("1", "? NotListed"),
            ("-", "? NotListed"),
            ("\u{A0}", ""),
            ("\u{200B}", ""),
        ],
    );
}

#[test]
fn other_records_are_named_by_number_or_name() {
    let project = Project::new();
    let home = member::MEMBER
        .field(member::DEPARTMENT.name)
        .expect("declared");
    project.check(
        home,
        &[department::KIND],
        &[],
        &[
            ("市场部", "MARKET"),
            ("市场", "MARKET"),
            ("研发", "LAB"),
            ("财务部", "? NotListed"),
        ],
    );
    let before = hepai::templates::dependency::DEPENDENCY
        .field(hepai::templates::dependency::PREDECESSOR.name)
        .expect("declared");
    let pack = project.called[7].0.clone();
    project.check(
        before,
        &[task::KIND],
        &[&pack],
        &[
            ("拍主图", "SHOOT"),
            ("T-2", "SHOOT"),
            ("T2", "SHOOT"),
            ("2", "SHOOT"),
            ("T-2 拍主图", "SHOOT"),
            ("拍主图（T-2）", "SHOOT"),
            ("T-2 定包装", "? OtherBeside: SHOOT"),
            ("定包装", "? NotListed"),
            ("T-1", "? NotListed"),
        ],
    );
    let value = project
        .session
        .value(&pack, &FieldKey::of(task::TITLE.name));
    assert_eq!(value, Value::text("定包装"));
}

#[test]
fn of_two_people_of_one_name_it_is_said_that_there_are_two() {
    use hepai::analysis::words::reasons::why_unread;
    use hepai::analysis::words::typed::TextReading;
    use hepai::model::template::Lang;
    let mut project = Project::new();
    let owner = task::TASK.field(task::OWNER.name).expect("declared");
    let why = |project: &Project, lang: Lang| {
        project.session.read(|log| {
            let names = RecordNames::of(log, &[member::KIND], &[]);
            let around = Around::today(moment(NOW));
            match read_as(owner, "孙浩", &around, Some(&names)) {
                TextReading::Unread(unread) => why_unread(log, &unread, lang),
                TextReading::Is(..) => String::new(),
            }
        })
    };
    assert_eq!(why(&project, Lang::Zh), "有两位孙浩，请选。");
    assert_eq!(
        why(&project, Lang::En),
        "Two people are called 孙浩; choose one."
    );
    project.add(member::KIND, "SUN3", &[(member::PERSON.name, "孙浩")]);
    assert_eq!(why(&project, Lang::Zh), "有 3 位孙浩，请选。");
    assert_eq!(
        why(&project, Lang::En),
        "3 people are called 孙浩; choose one."
    );
}
