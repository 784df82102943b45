"""Appointments, meetings, visits, reserves and statements as Arabic and Urdu news tells them: in any form of words."""

from __future__ import annotations

from typing import Any

import pytest
from conftest import Read

APPOINTMENT, MEETING, VISIT, RESERVE, STATEMENT = "Appointment", "Meeting", "Visit", "ReserveAction", "Statement"
#: Whom a sentence must name as taking part: who is appointed, who speaks, else the states.
NAMED = {APPOINTMENT: "appointee", STATEMENT: "speaker"}

# language, type, modality, who takes part, text
TOLD = [
    ("ar", APPOINTMENT, "actual", "سامر الحديدي", "عُيّن الدكتور سامر الحديدي رئيسا لهيئة الأصول الافتراضية الأردنية."),
    (
        "ar",
        APPOINTMENT,
        "actual",
        "رامي العبادي",
        "عيّن العاهل الأردني الملك عبدالله الثاني رامي العبادي محافظا للبنك المركزي خلفا لعادل شركس.",
    ),
    ("ar", APPOINTMENT, "actual", "يوسف المناعي", "سُمّي يوسف المناعي رئيسا تنفيذيا لهيئة الأصول الرقمية في البحرين."),
    ("ar", APPOINTMENT, "actual", "مريم الكعبي", "أُسندت إلى مريم الكعبي رئاسة سلطة تنظيم الأصول الافتراضية في دبي."),
    (
        "ar",
        APPOINTMENT,
        "actual",
        "حسام فوزي",
        "تولى حسام فوزي منصب رئيس الهيئة العامة للرقابة المالية المصرية خلفا لمحمد فريد.",
    ),
    (
        "ar",
        APPOINTMENT,
        "actual",
        "فتحي الماجري",
        "استقال محافظ البنك المركزي التونسي فتحي الماجري من منصبه يوم الأحد.",
    ),
    ("ar", APPOINTMENT, "actual", "وسيم شاهين", "أُعفي وسيم شاهين من منصبه رئيسا للجنة العملات المشفرة في مصرف لبنان."),
    ("ar", APPOINTMENT, "actual", "قاسم الجبوري", "أقال رئيس الوزراء العراقي مدير هيئة الأصول الرقمية قاسم الجبوري."),
    (
        "ar",
        APPOINTMENT,
        "actual",
        "كريم بوزيد",
        "أنهى الرئيس الجزائري مهام وزير المالية كريم بوزيد على خلفية ملف العملات المشفرة.",
    ),
    ("ar", APPOINTMENT, "actual", "جوناثان هيل", "رشّح رئيس الوزراء البريطاني جوناثان هيل لقيادة هيئة السلوك المالي."),
    (
        "ar",
        APPOINTMENT,
        "actual",
        "فهد العتيبي",
        "أدى المهندس فهد العتيبي اليمين أمام الملك رئيسا لهيئة الأصول الرقمية السعودية.",
    ),
    (
        "ar",
        APPOINTMENT,
        "actual",
        "خالد المري",
        "أصدر أمير قطر أمرا أميريا بتعيين خالد المري محافظا لمصرف قطر المركزي.",
    ),
    ("ar", APPOINTMENT, "actual", "مراد يلدريم", "صدر مرسوم رئاسي بتعيين مراد يلدريم مبعوثا للأصول الرقمية في تركيا."),
    (
        "ar",
        APPOINTMENT,
        "actual",
        "جوزيف مواندي",
        "وجاء تعيين جوزيف مواندي على رأس هيئة الأصول الافتراضية الكينية بعد شهرين من شغور المنصب.",
    ),
    ("ar", APPOINTMENT, "actual", "نور عزيزة", "تم اختيار نور عزيزة مديرة للجنة الأوراق المالية الماليزية."),
    (
        "ar",
        APPOINTMENT,
        "actual",
        "باتريك مور",
        "أعلن البيت الأبيض تعيين باتريك مور مديرا للمجلس الرئاسي للأصول الرقمية.",
    ),
    ("ar", APPOINTMENT, "planned", "كوفي أساني", "يعتزم الرئيس الغاني تعيين كوفي أساني مستشارا للعملات المشفرة."),
    ("ar", APPOINTMENT, "actual", "عبد القادر الشامي", "باشر عبد القادر الشامي مهامه حاكما لمصرف سوريا المركزي."),
    ("ar", APPOINTMENT, "actual", "حسين البدوي", "عزل مجلس السيادة السوداني محافظ بنك السودان المركزي حسين البدوي."),
    ("ar", APPOINTMENT, "actual", "أحمد السقاف", "خلف أحمد السقاف شكيب باوزير في منصب محافظ البنك المركزي اليمني."),
    (
        "ar",
        APPOINTMENT,
        "actual",
        "بلال بن ثاقب",
        "وأصبح بلال بن ثاقب أول رئيس لهيئة تنظيم الأصول الافتراضية الباكستانية.",
    ),
    ("ar", APPOINTMENT, "actual", "رنا القيسي", "تنحّت رنا القيسي عن رئاسة هيئة الأوراق المالية الأردنية."),
    (
        "ar",
        APPOINTMENT,
        "actual",
        "عبد اللطيف بناني",
        "جرى تنصيب عبد اللطيف بناني رئيسا للجنة الوطنية للأصول المشفرة بالمغرب.",
    ),
    ("ar", APPOINTMENT, "negated", "أحمد الفهد", "نفت هيئة أسواق المال الكويتية استقالة رئيسها أحمد الفهد."),
    (
        "ar",
        MEETING,
        "actual",
        "El Salvador|Pakistan",
        "التقى رئيس السلفادور نجيب أبوكيلة، في قصر الرئاسة بالعاصمة، الوزير الباكستاني بلال بن ثاقب.",
    ),
    (
        "ar",
        MEETING,
        "actual",
        "Japan|Kuwait",
        "تناول اجتماع ضم هيئة أسواق المال الكويتية ووكالة الخدمات المالية اليابانية سبل تنظيم منصات التداول.",
    ),
    (
        "ar",
        MEETING,
        "actual",
        "Algeria|Tunisia",
        "شهدت الجزائر العاصمة مشاورات بين وزيري المالية الجزائري والتونسي بشأن منع العملات المشفرة.",
    ),
    (
        "ar",
        MEETING,
        "actual",
        "Iran|Iraq",
        "ناقش وزير المالية العراقي مع وفد إيراني استخدام العملات الرقمية في تسوية المدفوعات.",
    ),
    (
        "ar",
        MEETING,
        "actual",
        "Kazakhstan|Uzbekistan",
        "اختتمت في أستانا جولة محادثات بين كازاخستان وأوزبكستان حول تعدين العملات المشفرة.",
    ),
    ("ar", MEETING, "actual", "Qatar|Syria", "لقاء سوري قطري في الدوحة لبحث العملات الرقمية"),
    (
        "ar",
        MEETING,
        "actual",
        "Ghana|Nigeria",
        "استضافت أكرا اجتماعا ثنائيا بين هيئة الأوراق المالية النيجيرية ونظيرتها الغانية.",
    ),
    (
        "ar",
        MEETING,
        "actual",
        "Pakistan|United Arab Emirates",
        "عقد الجانبان الباكستاني والإماراتي جولة ثانية من المباحثات بشأن تراخيص منصات العملات المشفرة.",
    ),
    (
        "ar",
        MEETING,
        "negated",
        "Colombia|Venezuela",
        "لم يعقد أي لقاء بين وزيري مالية فنزويلا وكولومبيا بشأن العملات المشفرة.",
    ),
    (
        "ar",
        VISIT,
        "actual",
        "Pakistan",
        "وصل وزير المالية الباكستاني محمد أورنغزيب إلى الدوحة في زيارة تستمر يومين لبحث الأصول الرقمية.",
    ),
    (
        "ar",
        VISIT,
        "actual",
        "Bhutan|El Salvador",
        "زار وفد من مملكة بوتان الأسبوع الماضي السلفادور للاطلاع على تجربتها مع البيتكوين.",
    ),
    (
        "ar",
        VISIT,
        "planned",
        "Malaysia",
        "يقوم رئيس الوزراء الماليزي أنور إبراهيم بزيارة إلى أبوظبي الشهر المقبل لبحث العملات المستقرة.",
    ),
    (
        "ar",
        RESERVE,
        "actual",
        "El Salvador",
        "اشترت السلفادور أمس ثماني وحدات إضافية من البيتكوين رغم اتفاقها مع صندوق النقد الدولي.",
    ),
    (
        "ar",
        RESERVE,
        "actual",
        "Kazakhstan",
        "أضاف البنك الوطني الكازاخي إلى احتياطيه أصولا مشفرة بقيمة نصف مليار دولار.",
    ),
    ("ar", RESERVE, "actual", "Bhutan", "راكمت بوتان أكثر من 12 ألف بيتكوين عبر التعدين بالطاقة الكهرومائية."),
    ("ar", RESERVE, "background", "Germany", "باعت ألمانيا كامل حيازتها من البيتكوين في يوليو 2024."),
    ("ar", RESERVE, "actual", "United Kingdom", "صادرت الشرطة البريطانية 61 ألف بيتكوين في قضية احتيال."),
    (
        "ar",
        RESERVE,
        "actual",
        "United States",
        "حوّلت وزارة الخزانة الأمريكية العملات المصادرة إلى احتياطي استراتيجي من البيتكوين.",
    ),
    ("ar", RESERVE, "negated", "Switzerland", "استبعد البنك الوطني السويسري إدراج البيتكوين ضمن احتياطياته."),
    ("ar", RESERVE, "planned", "Czechia", "يدرس البنك الوطني التشيكي إنشاء احتياطي تجريبي من البيتكوين."),
    (
        "ar",
        RESERVE,
        "background",
        "Pakistan",
        "خصصت باكستان 2000 ميغاواط من الكهرباء لتعدين البيتكوين لصالح احتياطيها الوطني.",
    ),
    ("ar", RESERVE, "actual", "Brazil", "أدرجت البرازيل البيتكوين في احتياطياتها الدولية."),
    ("ar", RESERVE, "actual", "Ukraine", "ضبطت السلطات الأوكرانية محافظ رقمية تحتوي على 46 ألف بيتكوين."),
    ("ar", RESERVE, "background", "Bulgaria", "تخلصت بلغاريا من مخزونها من البيتكوين عام 2018."),
    ("ar", RESERVE, "planned", "Japan", "تعتزم اليابان تخصيص جزء من احتياطياتها من النقد الأجنبي لشراء البيتكوين."),
    (
        "ar",
        RESERVE,
        "actual",
        "Luxembourg",
        "استثمر الصندوق السيادي في لوكسمبورغ واحدا في المئة من أصوله في البيتكوين.",
    ),
    (
        "ar",
        RESERVE,
        "negated",
        "Poland",
        "قال محافظ البنك المركزي البولندي آدم غلابينسكي إن البنك لن يحتفظ بالبيتكوين في احتياطياته.",
    ),
    (
        "ar",
        RESERVE,
        "actual",
        "Central African Republic",
        "أعلنت جمهورية أفريقيا الوسطى تأسيس احتياطي وطني من البيتكوين.",
    ),
    (
        "ur",
        APPOINTMENT,
        "actual",
        "بلال بن ثاقب",
        "بلال بن ثاقب کو پاکستان ورچوئل اثاثہ جات ریگولیٹری اتھارٹی کا پہلا چیئرمین مقرر کر دیا گیا۔",
    ),
    (
        "ur",
        APPOINTMENT,
        "actual",
        "جمیل احمد",
        "وزیر اعظم شہباز شریف نے جمیل احمد کو گورنر سٹیٹ بینک کے عہدے پر تعینات کرنے کی منظوری دے دی۔",
    ),
    (
        "ur",
        APPOINTMENT,
        "actual",
        "خالد بالعمیٰ",
        "متحدہ عرب امارات نے خالد بالعمیٰ کو مرکزی بینک کا گورنر نامزد کیا ہے۔",
    ),
    ("ur", APPOINTMENT, "actual", "فاتح کاراہان", "ترک صدر نے فاتح کاراہان کو مرکزی بینک کی سربراہی سونپ دی۔"),
    ("ur", APPOINTMENT, "actual", "احسن", "بنگلہ دیش بینک کے گورنر احسن چوہدری نے اپنے عہدے سے استعفیٰ دے دیا۔"),
    (
        "ur",
        APPOINTMENT,
        "actual",
        "محمد رضا کاظمی",
        "ایران کے مرکزی بینک کے سربراہ محمد رضا کاظمی کو عہدے سے ہٹا دیا گیا۔",
    ),
    (
        "ur",
        APPOINTMENT,
        "actual",
        "نندلال ویراسنگھے",
        "نندلال ویراسنگھے نے سری لنکا کے مرکزی بینک کے گورنر کا عہدہ سنبھال لیا۔",
    ),
    (
        "ur",
        APPOINTMENT,
        "actual",
        "عائشہ ہمایوں",
        "عائشہ ہمایوں نے پاکستان کرپٹو کونسل کی سی ای او کی حیثیت سے حلف اٹھا لیا۔",
    ),
    (
        "ur",
        APPOINTMENT,
        "actual",
        "جوزف موانڈی",
        "جوزف موانڈی کی بطور چیئرمین ورچوئل اثاثہ جات اتھارٹی کینیا تقرری کا نوٹیفکیشن جاری کر دیا گیا۔",
    ),
    (
        "ur",
        APPOINTMENT,
        "actual",
        "پال اٹکنز",
        "امریکی صدر ڈونلڈ ٹرمپ نے پال اٹکنز کو سکیورٹیز اینڈ ایکسچینج کمیشن کا سربراہ چن لیا۔",
    ),
    (
        "ur",
        MEETING,
        "actual",
        "Pakistan|Türkiye",
        "پاکستان اور ترکیہ کے وزرائے خزانہ کے درمیان ڈیجیٹل کرنسی پر مذاکرات انقرہ میں ہوئے۔",
    ),
    (
        "ur",
        MEETING,
        "planned",
        "China|Pakistan",
        "پاکستان اور چین کے مرکزی بینکوں کے سربراہان اگلے ہفتے بیجنگ میں ڈیجیٹل یوآن پر ملاقات کریں گے۔",
    ),
    (
        "ur",
        MEETING,
        "actual",
        "Iran|Russia",
        "تہران میں ایران اور روس کے حکام کا اجلاس ہوا جس میں ڈیجیٹل کرنسی سے تجارت زیر غور آئی۔",
    ),
    (
        "ur",
        MEETING,
        "actual",
        "Bangladesh|Malaysia",
        "بنگلہ دیش کے مشیر خزانہ صلاح الدین چوہدری ملائیشین ہم منصب سے ملے۔",
    ),
    ("ur", RESERVE, "actual", "Pakistan", "حکومت پاکستان نے ضبط شدہ بٹ کوائن قومی ذخیرے میں منتقل کر دیے۔"),
    ("ur", RESERVE, "planned", "Pakistan", "پاکستان نے بٹ کوائن کا اسٹریٹجک ذخیرہ قائم کرنے کا منصوبہ پیش کیا ہے۔"),
    ("ur", RESERVE, "actual", "El Salvador", "ایل سلواڈور نے گزشتہ روز مزید آٹھ بٹ کوائن خرید لیے۔"),
    ("ur", RESERVE, "background", "Germany", "جرمنی نے جولائی 2024 میں اپنے پچاس ہزار بٹ کوائن فروخت کر دیے تھے۔"),
    ("ur", RESERVE, "actual", "Bhutan", "بھوٹان نے پن بجلی سے مائننگ کر کے بارہ ہزار سے زائد بٹ کوائن جمع کر لیے ہیں۔"),
    ("ur", RESERVE, "actual", "United Kingdom", "برطانوی پولیس نے اکسٹھ ہزار بٹ کوائن قبضے میں لے لیے۔"),
    ("ur", RESERVE, "actual", "Kazakhstan", "قازقستان کے قومی بینک نے اپنے ذخائر کا کچھ حصہ کرپٹو اثاثوں میں لگا دیا۔"),
    (
        "ur",
        STATEMENT,
        "actual",
        "محمد اورنگزیب",
        "وفاقی وزیر خزانہ محمد اورنگزیب کا کہنا تھا کہ کرپٹو قوانین جلد آئیں گے۔",
    ),
    ("ur", STATEMENT, "actual", "بلال بن ثاقب", "بلال بن ثاقب نے بتایا کہ پاکستان کرپٹو کونسل ضوابط تیار کر رہی ہے۔"),
    (
        "ur",
        STATEMENT,
        "actual",
        "نرملا سیتارامن",
        "بھارتی وزیر خزانہ نرملا سیتارامن نے پارلیمان کو بتایا کہ کرپٹو پر ٹیکس برقرار رہے گا۔",
    ),
    (
        "ur",
        STATEMENT,
        "actual",
        "حماد عبید الزعابی",
        "اماراتی سفیر حماد عبید الزعابی نے کہا: ''پاکستان کے ساتھ ڈیجیٹل اثاثوں میں تعاون بڑھے گا۔''",
    ),
    ("ur", STATEMENT, "actual", "جمیل احمد", "گورنر سٹیٹ بینک جمیل احمد نے زور دیا کہ ڈیجیٹل روپیہ محفوظ ہے۔"),
    (
        "ur",
        STATEMENT,
        "actual",
        "جودت یلماز",
        "ترک نائب صدر جودت یلماز نے خبردار کیا کہ غیر قانونی کرپٹو پلیٹ فارم بند ہوں گے۔",
    ),
    (
        "ar",
        APPOINTMENT,
        "actual",
        "لمى العموش",
        "وأسندت الحكومة الأردنية إلى الخبيرة لمى العموش مهمة قيادة الفريق الوطني للأصول الافتراضية.",
    ),
    (
        "ar",
        APPOINTMENT,
        "actual",
        "طارق الشافعي",
        "بعد أربع سنوات في المنصب، غادر طارق الشافعي رئاسة الهيئة العامة للرقابة المالية المصرية.",
    ),
    (
        "ar",
        APPOINTMENT,
        "actual",
        "صالح بن عودة",
        "الجزائر: تنصيب محافظ جديد لبنك الجزائر، صالح بن عودة، خلفا لمعتصم بوضياف",
    ),
    ("ar", APPOINTMENT, "actual", "هشام العياري", "جاء ذلك بعد أيام من إقالة مدير البنك المركزي التونسي هشام العياري."),
    (
        "ar",
        APPOINTMENT,
        "planned",
        "أيمن السيف",
        "ومن المنتظر أن يؤدي أيمن السيف اليمين القانونية الأسبوع المقبل رئيسا لهيئة الأصول الرقمية السعودية.",
    ),
    (
        "ar",
        APPOINTMENT,
        "actual",
        "إبراهيم العريفي",
        "صدر عن ملك البحرين مرسوم يقضي بتعيين إبراهيم العريفي رئيسا لمجلس البحرين للأصول الرقمية.",
    ),
    (
        "ar",
        APPOINTMENT,
        "actual",
        "جونسون أمبوفو",
        "قدم محافظ بنك غانا جونسون أمبوفو استقالته بسبب خلاف حول عملة سيدي الرقمية.",
    ),
    (
        "ar",
        MEETING,
        "actual",
        "Qatar|Türkiye",
        "التقت وزيرة التخطيط القطرية منى السليطي نظيرها التركي جودت أوزال على هامش منتدى الدوحة.",
    ),
    (
        "ar",
        MEETING,
        "actual",
        "Egypt|Jordan|Saudi Arabia",
        "استضافت الرياض قمة ثلاثية جمعت السعودية ومصر والأردن لبحث إطار عربي مشترك للأصول المشفرة.",
    ),
    (
        "ar",
        MEETING,
        "actual",
        "Mauritania|Senegal",
        "وتشاور وزيرا المالية الموريتاني والسنغالي بشأن العملة الرقمية لغرب أفريقيا.",
    ),
    (
        "ar",
        MEETING,
        "actual",
        "Kazakhstan|Kyrgyzstan",
        "عقدت كازاخستان وقيرغيزستان الجولة الثالثة من المفاوضات حول تنظيم التعدين في بيشكيك.",
    ),
    (
        "ar",
        MEETING,
        "actual",
        "El Salvador|Pakistan",
        "وكشف الوزير الباكستاني بلال بن ثاقب عن لقائه رئيس السلفادور نجيب أبوكيلة الأسبوع الماضي.",
    ),
    (
        "ar",
        MEETING,
        "negated",
        "Lebanon|Syria",
        "ولم يجتمع وزيرا المالية اللبناني والسوري كما كان مقررا لبحث العملات المشفرة.",
    ),
    (
        "ar",
        MEETING,
        "planned",
        "Egypt|Ethiopia",
        "ومن المقرر أن تعقد إثيوبيا ومصر مشاورات بشأن تعدين البيتكوين الشهر المقبل.",
    ),
    (
        "ar",
        RESERVE,
        "actual",
        "United States",
        "وقع الرئيس الأمريكي دونالد ترامب أمرا تنفيذيا بإنشاء احتياطي استراتيجي من البيتكوين.",
    ),
    ("ar", RESERVE, "actual", "Ethiopia", "خصصت الحكومة الإثيوبية عائدات التعدين لشراء البيتكوين."),
    ("ar", RESERVE, "actual", "Sweden", "صادرت السلطات السويدية بيتكوين بقيمة مليون دولار."),
    (
        "ar",
        RESERVE,
        "negated",
        "South Korea",
        "استبعد بنك كوريا إدراج البيتكوين في احتياطيات النقد الأجنبي لكوريا الجنوبية.",
    ),
    ("ar", RESERVE, "actual", "Brazil", "باعت البرازيل في المزاد عملات مشفرة مصادرة."),
    ("ar", RESERVE, "planned", "Kyrgyzstan", "تعتزم قيرغيزستان تأسيس احتياطي حكومي من العملات المشفرة."),
    (
        "ar",
        APPOINTMENT,
        "actual",
        "طارق الشافعي",
        "وتأتي الخطوة بعد أسبوعين من مغادرة طارق الشافعي رئاسة هيئة الرقابة المالية المصرية.",
    ),
    (
        "ar",
        APPOINTMENT,
        "actual",
        "نورة الكواري",
        "وخلفت نورة الكواري، التي كانت نائبة للمدير، عبد الله السليطي على رأس هيئة مركز قطر للمال.",
    ),
    (
        "ar",
        APPOINTMENT,
        "actual",
        "نزار المالكي",
        "بتعيينه نزار المالكي على رأس هيئة الأصول الرقمية، ينهي رئيس الوزراء العراقي شغورا دام سنة.",
    ),
    (
        "ar",
        APPOINTMENT,
        "actual",
        "جوزيف مواندي",
        "ووافق البرلمان الكيني على ترشيح الرئيس لجوزيف مواندي لمنصب محافظ البنك المركزي.",
    ),
    (
        "ar",
        APPOINTMENT,
        "actual",
        "مراد يلدريم",
        "أطاح الرئيس التركي بمحافظ البنك المركزي مراد يلدريم بعد عشرة أشهر من تعيينه.",
    ),
    (
        "ar",
        MEETING,
        "actual",
        "Bahrain|Kuwait|Oman",
        "اختتم وزراء مالية البحرين والكويت وعُمان اجتماعهم في المنامة باتفاق على تبادل قوائم المنصات.",
    ),
    (
        "ar",
        MEETING,
        "actual",
        "Japan|United Arab Emirates",
        "كما التقى الوفد الإماراتي خلال الزيارة مسؤولي وكالة الخدمات المالية اليابانية في طوكيو.",
    ),
    ("ar", RESERVE, "actual", "El Salvador", "زادت السلفادور رصيدها من البيتكوين إلى 6200 وحدة."),
    ("ar", RESERVE, "planned", "Taiwan", "وعدت تايوان بدراسة إدراج البيتكوين في احتياطيها قبل نهاية العام."),
    ("ur", APPOINTMENT, "actual", "کمال حسین", "بنگلہ دیش کے وزیر خزانہ کمال حسین مستعفی ہو گئے۔"),
    ("ur", APPOINTMENT, "actual", "مہاویر شرما", "نیپال کی حکومت نے گورنر مہاویر شرما کو برطرف کر دیا۔"),
    (
        "ur",
        MEETING,
        "actual",
        "Malaysia|Pakistan",
        "اسلام آباد میں پاکستانی اور ملائیشین حکام نے کرپٹو ضوابط پر مشاورت کی۔",
    ),
    (
        "ur",
        MEETING,
        "planned",
        "Afghanistan|Pakistan",
        "پاکستان اور افغانستان کے وزرائے خارجہ آئندہ ماہ کابل میں ملاقات کریں گے۔",
    ),
    (
        "ur",
        MEETING,
        "actual",
        "El Salvador|Pakistan",
        "بلال بن ثاقب کی پاکستان کی جانب سے ایل سلواڈور کے صدر نجیب بوکیلے سے ملاقات",
    ),
    ("ur", RESERVE, "actual", "Pakistan", "پاکستان نے قومی بٹ کوائن والٹ میں ضبط شدہ اثاثے منتقل کر دیے۔"),
    ("ur", RESERVE, "actual", "United States", "امریکا نے 15 ارب ڈالر مالیت کے بٹ کوائن ضبط کر لیے۔"),
    ("ur", RESERVE, "actual", "Netherlands", "نیدرلینڈز کی حکومت نے ضبط شدہ کرپٹو کرنسی نیلام کر دی۔"),
]

# Nobody is appointed, met or visited here, and no state buys or sells.
NOTHING = [
    ("ar", APPOINTMENT, "تكلف رخصة منصات الأصول الرقمية في الأردن عشرة آلاف دينار."),
    ("ar", APPOINTMENT, "تتولى هيئة الأصول الرقمية الأردنية تنظيم العملات المشفرة."),
    ("ar", MEETING, "يجمع القانون الأردني بين تنظيم العملات المشفرة وحماية المستثمرين."),
    ("ar", RESERVE, "أضاف الوزير الأردني سامي الحديدي أن قانون الأصول الرقمية جاهز."),
    ("ar", RESERVE, "اشترت شركة أردنية 200 بيتكوين يوم الاثنين."),
    ("ur", VISIT, "پاکستان میں کرپٹو قوانین جلد آئیں گے۔"),
    ("ur", RESERVE, "ایک نجی کمپنی نے 200 بٹ کوائن خرید لیے۔"),
    ("ur", APPOINTMENT, "پاکستان میں کرپٹو پر ٹیکس کی شرح مقرر کر دی گئی۔"),
]


def involved(read: dict[str, Any], event: dict[str, Any], kind: str) -> set[str]:
    """Return the persons in the role that counts for a type of event, else the states that take part."""
    entities = {entity["id"]: entity for entity in read["entities"]}
    role = NAMED.get(kind)
    wanted = "Person" if role else "State"
    found = set()
    for participant in event["participants"]:
        entity = entities[participant["id"]]
        if entity["type"] == wanted and role in (None, participant["role"]):
            found |= {entity["canonical_en"]} if wanted == "State" else set(entity["mentions"])
    return found


@pytest.mark.parametrize(("language", "kind", "modality", "who", "text"), TOLD)
def test_act_is_read_with_who_takes_part(
    language: str, kind: str, modality: str, who: str, text: str, read: Read
) -> None:
    found = read(language, text)
    events = [event for event in found["events"] if event["type"] == kind]
    assert [event["modality"] for event in events] == [modality]
    assert involved(found, events[0], kind) == set(who.split("|"))


@pytest.mark.parametrize(("language", "kind", "text"), NOTHING)
def test_words_of_another_sense_tell_no_act(language: str, kind: str, text: str, read: Read) -> None:
    assert kind not in {event["type"] for event in read(language, text)["events"]}


ASIDE = {
    "en": ("Ghana and Togo reopen the coast road", "Ghana and Togo signed an agreement on lorry tolls on Tuesday. The two transport ministers met in Lomé.\n\nBitcoin traded little changed at 90,000 dollars."),
    "es": ("Reabren el puente entre Paraguay y Argentina", "Paraguay y Argentina firmaron el martes un acuerdo sobre peajes. Los dos ministros de Transporte se reunieron en Encarnación.\n\nEl bitcóin cotizaba sin cambios."),
    "ar": ("افتتاح الطريق بين غانا وتوغو", "وقّعت غانا وتوغو يوم الثلاثاء اتفاقا بشأن رسوم الشاحنات.\n\nوفي الأسواق استقر سعر بيتكوين."),
    "ur": ("گھانا اور ٹوگو کے درمیان سڑک کھل گئی", "گھانا اور ٹوگو نے منگل کو ٹرکوں کے محصول کے معاہدے پر دستخط کیے۔\n\nمنڈی میں بٹ کوائن کی قیمت میں معمولی تبدیلی آئی۔"),
}  # fmt: skip


@pytest.mark.parametrize("language", ASIDE)
def test_news_that_only_mentions_coins_tells_no_events(language: str, read: Read) -> None:
    headline, text = ASIDE[language]
    assert read(language, text, headline)["events"] == []
    about = text.replace("lorry tolls", "stablecoins").replace("peajes", "stablecoins")
    about = about.replace("رسوم الشاحنات", "العملات المستقرة").replace("ٹرکوں کے محصول", "سٹیبل کوائنز")
    headlined = {"en": "Stablecoins", "es": "Las stablecoins", "ar": "العملات المستقرة", "ur": "سٹیبل کوائن"}
    assert "Agreement" in {event["type"] for event in read(language, about, headlined[language])["events"]}
