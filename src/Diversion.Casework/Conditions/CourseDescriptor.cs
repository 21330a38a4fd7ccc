using Diversion.Casework.Access;
using Diversion.Casework.Formatting;
using Diversion.Casework.Steps;
using Diversion.Casework.Streams;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Course;
using Diversion.Domain.Schemes;

namespace Diversion.Casework.Conditions;

internal sealed class CourseDescriptor : ConditionDescriptor
{
    private const string Told = "Go to the sessions of the course that you agreed to.";

    public override ConditionKind Kind => ConditionKind.Course;

    public override string Hint => "One of the scheme’s courses, in a few sessions.";

    public override bool HasUsualTerms => false;

    internal override string Plain(ConditionTerms terms, SchemeRules scheme) => Told;

    internal override string Plain(Condition condition, SchemeRules scheme) => Told;

    internal override IEnumerable<string> OnPaper(ConditionTerms terms, SchemeRules scheme)
    {
        var own = (ConditionTerms.Course)terms;
        if (scheme.CourseOf(own.Id) is { } course)
        {
            yield return $"The course: {course.Title}, {Wording.Count(course.Sessions, "session")}{(own.Provider is { } provider ? $", with {provider}" : "")}.";
            if (course.LeastSessions < course.Sessions)
            {
                yield return $"It counts when you have been to at least {course.LeastSessions}. If you cannot come to one, say so before it begins.";
            }
        }
    }

    internal override IReadOnlyList<EventEntry> Events { get; } =
    [
        EventEntry.Of<CourseEvent.CourseBegan>("course.began"),
        EventEntry.Of<CourseEvent.CourseBooked>("course.booked"),
    ];

    internal override string Sentence(ConditionKindEvent happened) => happened switch
    {
        CourseEvent.CourseBegan e => $"The condition course began: {e.Title}, {Wording.Count(e.Sessions, "session")}. There is a place by {Wording.At(e.Book.Due)}, and it is attended by {Wording.At(e.Done.Due)}.",
        CourseEvent.CourseBooked e => $"The person has a place on the course from {Words.Date(e.StartsOn)}.",
        _ => throw Wording.Missing(happened),
    };

    internal override Beginning? Began(ConditionKindEvent happened) =>
        happened is CourseEvent.CourseBegan e ? new(e.ConditionId, new ConditionTerms.Course(e.CourseId, e.Provider), e.Book) : null;

    internal override ConditionView Show(ConditionView view, Condition condition, RecordVisibility visible, SchemeRules scheme)
    {
        var own = (CourseCondition)condition;
        return view with { Course = new CourseView(own.CourseId, own.Title, own.Sessions, own.LeastSessions, own.Attended, own.Provider, own.StartsOn) };
    }

    internal override IEnumerable<(string Key, string Value)> Facts(ConditionView condition, Condition state)
    {
        var own = (CourseCondition)state;
        yield return ("Course", own.Title);
        yield return ("Attended", $"{own.Attended} of {Wording.Count(own.Sessions, "session")}{(own.LeastSessions < own.Sessions ? $"; {own.LeastSessions} are enough when all were held" : "")}");
        yield return ("Place", own.StartsOn is { } starts ? $"From {Words.Date(starts)}" : "Not yet");
        if (own.Provider is { } provider)
        {
            yield return ("Provider", provider);
        }
    }

    internal override IReadOnlyList<ConditionTask> Tasks { get; } =
    [
        new(RuleIds.CourseBooked, "booked", "the place on the course", new("Get a place on the course", "Book it with whoever holds it and record the first day. Then schedule its sessions."))
        {
            Work = WorkKind.SetUp, Command = CommandCatalogue.NameOf<CourseCommand.BookCourse>(),
        },
        new(RuleIds.CourseDone, "done", "the sessions of the course", new("The sessions of the course", "Record the sessions so far. If some were missed, book others or talk to the lead.")) { Again = "the sessions of the course" },
    ];

    internal override string? Next(Condition condition, string rule)
    {
        var own = (CourseCondition)condition;
        return own.StartsOn is null ? CommandCatalogue.NameOf<CourseCommand.BookCourse>()
            : own.Attended + own.Appointments.Count(static session => session.Status == AppointmentStatus.Scheduled) >= own.Sessions ? null
            : CommandCatalogue.NameOf<AppointmentCommand.ScheduleAppointment>();
    }

    public override IReadOnlyList<Step> Steps { get; } =
    [
        Step.Of("Record the place on the course", "The place on the course was recorded.", answers => new CourseCommand.BookCourse(answers.Condition, answers.Day)) with
        {
            Explain = "Next, schedule its sessions. If you record another first day, it replaces this one, which stays on the timeline.",
            Day = new("First day of the course", "the first day", LiesAhead: true),
            Button = "Record the place",
        },
    ];
}
