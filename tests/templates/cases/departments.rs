//! Cases of the rules on departments, their work and who does what in it.

use super::Case;

pub(super) const CASES: &[Case] = &[
    (
        "department",
        "DEP-02",
        0,
        &[
            "department/a department=市场部; duties=定价\n推广 方案",
            "department/b department=销售部; duties=推广方案",
        ],
        &[
            "department/a department=市场部; duties=定价",
            "department/b department=销售部; duties=推广方案",
        ],
    ),
    (
        "department",
        "DEP-03",
        0,
        &[
            "department/a department=市场部",
            "department/b department=财务部",
            "work_item/w name=预算; lead_department=department/b",
        ],
        &[
            "department/a department=市场部",
            "department/b department=财务部",
            "department/c department=总务部; participation=affected",
            "work_item/w name=预算; lead_department=department/b; support_departments/a=true",
        ],
    ),
    (
        "department",
        "TEAM-02",
        0,
        &[
            "department/a department=市场部",
            "member/a person=陈专员; project_role=rep; department=department/a",
            "member/b person=林专员; project_role=rep; department=department/a",
        ],
        &[
            "department/a department=市场部",
            "member/a person=陈专员; project_role=rep; department=department/a",
            "member/b person=林专员; project_role=rep; department=department/a; leave_date=2026-04-01",
        ],
    ),
    (
        "department",
        "G-05",
        0,
        &[
            "member/a person=陈专员; leave_date=2026-04-14",
            "department/a department=市场部; department_head=member/a",
        ],
        &["department/a department=市场部; department_head=member/x"],
    ),
    (
        "need",
        "DEP-06",
        0,
        &[
            "department/a department=研发部",
            "department/b department=供应链部",
            "need/n parent=department/a; side=needs; other=department/b; what=样机 20 台",
        ],
        &[
            "department/a department=研发部",
            "department/b department=供应链部",
            "need/n parent=department/a; side=needs; other=department/b; what=样机 20 台",
            "need/g parent=department/b; side=gives; other=department/a; what=样机 20 台",
        ],
    ),
    (
        "need",
        "G-08",
        0,
        &["need/n what=样机左右"],
        &["need/n what=样机 20 台"],
    ),
    (
        "work_item",
        "DEP-01",
        0,
        &["work_item/w name=渠道培训"],
        &[
            "department/a department=销售部",
            "work_item/w name=渠道培训; lead_department=department/a",
        ],
    ),
    (
        "work_item",
        "DEP-02",
        0,
        &[
            "work_item/v name=编制年度推广方案; lead_department=department/a",
            "work_item/w name=编制 年度推广预案; lead_department=department/b",
        ],
        &[
            "work_item/v name=编制年度推广方案; lead_department=department/a",
            "work_item/w name=编制年度推广方案; lead_department=department/a",
            "work_item/x name=编制年度推广预案; lead_department=department/b; boundary_note=只算渠道费用",
            "work_item/y name=定价; lead_department=department/b",
        ],
    ),
    (
        "work_item",
        "DEP-04",
        0,
        &["work_item/w name=接口; support_departments/a=true"],
        &[
            "work_item/w name=接口; support_departments/a=true; support_detail=提供接口文档",
            "work_item/v name=定价",
        ],
    ),
    (
        "work_item",
        "G-08",
        0,
        &["work_item/w support_detail=跟进一下"],
        &["work_item/w support_detail=提供接口文档"],
    ),
];
