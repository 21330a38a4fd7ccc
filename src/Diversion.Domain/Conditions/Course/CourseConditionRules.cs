using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;

namespace Diversion.Domain.Conditions.Course;

internal sealed class CourseConditionRules : ConditionRules
{
    public override ConditionKind Kind => ConditionKind.Course;

    public override Type TermsType => typeof(ConditionTerms.Course);

    public override Type ConditionType => typeof(CourseCondition);

    public override ConditionTerms Kept(ConditionTerms terms, StaffDirectory staff)
    {
        var own = (ConditionTerms.Course)terms;
        return own with { Provider = staff.Provider(own.Provider) };
    }

    public override Refusal? Unlisted(ConditionTerms terms, StaffDirectory staff) =>
        staff.UnlistedProvider("provider", ((ConditionTerms.Course)terms).Provider);

    public override ImmutableArray<CommandEntry> Commands { get; } =
    [
        CommandEntry.Of<CourseCommand.BookCourse>("book-course", "course", CommandRoles.Providing),
    ];

    public override ImmutableArray<string> SetUpBy { get; } = [RuleIds.CourseBooked];

    /// <summary>A few sessions: the agreement's own time covers them.</summary>
    public override bool HasTrack => false;

    public override bool FallsToParticipant(Condition condition, SchemeRules scheme) => ((CourseCondition)condition).ShortfallIsParticipants;

    public override Refusal? CheckTerms(ConditionTerms terms, AgreementState state, SchemeRules scheme) =>
        scheme.CourseOf(((ConditionTerms.Course)terms).Id) is not null ? null
        : scheme.AllCourses().IsEmpty ? new Refusal.RuleForbids(RefusalCode.CourseUnknown, "The scheme has no courses. Choose another condition.")
        : new Refusal.Unknown(RefusalCode.CourseUnknown, $"The scheme has no such course. It has: {string.Join(", ", scheme.AllCourses().Select(course => course.Id))}.");

    public override void InspectTerms(ConditionTerms terms, TextInspection texts)
    {
        var own = (ConditionTerms.Course)terms;
        texts.Line("id", own.Id);
        texts.Line("provider", own.Provider);
    }

    public override void Open(DecisionContext context, string id, ConditionTerms terms, LocalDate from)
    {
        var own = (ConditionTerms.Course)terms;
        var course = context.Scheme.CourseOf(own.Id)!;
        var done = LocalDate.Max(from, LocalDate.Min(from.PlusWeeks(course.WithinWeeks), context.State.Term!.LastDay));
        context.Raise(new CourseEvent.CourseBegan(
            id,
            course.Id,
            course.Title,
            course.Sessions,
            course.LeastSessions,
            own.Provider,
            context.InWorkingDays(RuleIds.CourseBooked, course.BookWorkingDays, from),
            context.AtCloseOf(RuleIds.CourseDone, done)));
    }

    public override string? Explain(string rule, SchemeRules scheme) => rule switch
    {
        RuleIds.CourseBooked => "The person has a place on the course within the working days that the scheme gives it.",
        RuleIds.CourseDone => "The sessions of the course are attended within the weeks that the scheme gives it.",
        _ => null,
    };

    public override IEnumerable<ConditionTerms> ExampleTerms => [new ConditionTerms.Course()];

    public override IEnumerable<AgreementCommand> Candidates(AgreementState state, Condition condition, Instant now) =>
        AppointmentCandidates.Of(state, (CourseCondition)condition, now)
            .Prepend(new CourseCommand.BookCourse(condition.Id, state.Term!.SignedOn))
            .Prepend(new CourseCommand.BookCourse(condition.Id, state.Term!.LastDay));

    public override Refusal? Decide(DecisionContext context, ConditionCommand command)
    {
        var own = (CourseCommand.BookCourse)command;
        if (ConditionGate.Open<CourseCondition>(context, own.ConditionId, out var condition) is { } refused)
        {
            return refused;
        }

        if (condition.StartsOn == own.StartsOn)
        {
            return null;
        }

        var term = context.State.Term!;
        if (own.StartsOn < term.SignedOn || own.StartsOn > term.LastDay)
        {
            return new Refusal.RuleForbids(
                RefusalCode.AppointmentOutsideTerm,
                $"{Words.Date(own.StartsOn)} is outside the term, {Words.Date(term.SignedOn)} to {Words.Date(term.LastDay)}. Choose a day in it.");
        }

        context.Raise(new CourseEvent.CourseBooked(condition.Id, own.StartsOn));
        return null;
    }

    public override AgreementState Evolve(AgreementState state, ConditionKindEvent happened) => happened switch
    {
        CourseEvent.CourseBegan e => state
            .With(new CourseCondition(e.ConditionId, e.CourseId, e.Title, e.Sessions, e.LeastSessions, e.Provider, e.Done))
            .WithObligation(CourseCondition.BookedId(e.ConditionId), e.ConditionId, e.Book, Addressee.KeyWorker)
            .WithObligation(CourseCondition.DoneId(e.ConditionId), e.ConditionId, e.Done, Addressee.KeyWorker),
        CourseEvent.CourseBooked e => state
            .With(state.Condition<CourseCondition>(e.ConditionId) with { StartsOn = e.StartsOn, Status = ConditionStatus.InProgress })
            .Settled(CourseCondition.BookedId(e.ConditionId)),
        _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
    };

    public override void Collect(AgreementState state, Condition condition, List<DueMoment> due) =>
        AppointmentDue.Collect((CourseCondition)condition, due);

    public override bool IsKept(AgreementState state, Condition condition, bool termOver, SchemeRules scheme) => ((CourseCondition)condition).IsDone;

    public override bool IsUndone(Condition condition) => !((CourseCondition)condition).IsDone;

    public override IEnumerable<(string Obligation, Deadline Deadline)> DueAgain(DecisionContext context, Condition condition) =>
        condition is CourseCondition { IsDone: false } own ? [(CourseCondition.DoneId(own.Id), own.By)] : [];
}
