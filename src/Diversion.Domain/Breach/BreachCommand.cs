using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Term;

namespace Diversion.Domain.Breach;

public abstract record BreachCommand : AgreementCommand
{
    private BreachCommand()
    {
    }

    /// <summary>An unexcused failure outside meetings and sessions.</summary>
    /// <param name="ConditionId">Null when it concerns the agreement as a whole.</param>
    /// <param name="OccurredOn">The day on which it happened; today when left out.</param>
    /// <param name="AppointmentId">The meeting or session of the condition that it is about, if any: an absence counts once.</param>
    public sealed record RecordFailure(
        string FailureId, string? ConditionId = null, LocalDate? OccurredOn = null, string? AppointmentId = null) : BreachCommand
    {
        internal override bool NeedsReason => true;

        internal override void Inspect(TextInspection texts)
        {
            texts.Id("failureId", FailureId);
            texts.Line("conditionId", ConditionId);
            texts.Line("appointmentId", AppointmentId);
        }
    }

    /// <summary>Violence proposes a breach at once.</summary>
    public sealed record RecordViolence(string IncidentId, LocalDate OccurredOn) : BreachCommand
    {
        internal override bool NeedsReason => true;

        internal override void Inspect(TextInspection texts) => texts.Id("incidentId", IncidentId);
    }

    public sealed record WithdrawWarning(int Number) : BreachCommand
    {
        internal override CommandSubject Subject => new(Item: CommandSubject.Numbered(Number));

        internal override bool NeedsReason => true;
    }

    /// <summary>A sergeant or a lead who did not give the warning decides whether it stays, in sight of what the person says against it.</summary>
    /// <param name="News">The contested warning: <c>warning-1</c>.</param>
    public sealed record DecideContest(string News, ContestDecision Decision) : BreachCommand
    {
        internal override CommandSubject Subject => new(Item: News);

        internal override bool NeedsReason => true;

        protected override bool Decides(AgreementEvent happened) => happened is BreachEvent.WarningWithdrawn;

        internal override void Inspect(TextInspection texts) => texts.Id("news", News);
    }

    public sealed record ProposeBreach : BreachCommand
    {
        internal override bool NeedsReason => true;
    }

    /// <param name="LastDay">For an extension.</param>
    /// <param name="Add">For a variation, as <paramref name="Remove"/>.</param>
    /// <param name="AfterChargeBy">The lead knows that the charge-by date has passed and confirms nevertheless.</param>
    /// <param name="EarlyReason">Why it is confirmed before the person has answered, and before the time for that is over.</param>
    public sealed record DecideBreach(
        BreachDecision Decision,
        LocalDate? LastDay = null,
        ImmutableArray<ConditionTerms> Add = default,
        ImmutableArray<string> Remove = default,
        bool ParticipantAgreed = false,
        LocalDate? AgreedOn = null,
        AgreedHow? AgreedHow = null,
        bool AfterChargeBy = false,
        string? EarlyReason = null) : BreachCommand, INeedsAgreement
    {
        internal override bool NeedsReason => true;

        protected override bool Decides(AgreementEvent happened) =>
            happened is BreachEvent.AgreementBreached or BreachEvent.WarningIssued { FailureId: null } or TermEvent.TermExtended
            || Variation.IsPart(happened, Remove);

        internal override void Inspect(TextInspection texts)
        {
            texts.Prose("earlyReason", EarlyReason);
            ConditionSet.Inspect(Add, texts);
        }
    }
}

public enum ContestDecision
{
    /// <summary>The warning stays and counts.</summary>
    Upheld,

    /// <summary>The warning does not count any more.</summary>
    Withdrawn,
}

public enum BreachDecision
{
    /// <summary>The agreement ends as breached; the case goes back for charge.</summary>
    Confirm,

    /// <summary>The agreement continues with a final warning.</summary>
    Continue,
    Vary,
    Extend,
}
