using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions.Pathway;

public abstract record PathwayCommand : ConditionCommand
{
    private PathwayCommand(string conditionId) => ConditionId = conditionId;

    public string ConditionId { get; init; }

    internal override CommandSubject Subject => new(ConditionId);

    public override ConditionKind Kind => ConditionKind.Pathway;

    internal override void Inspect(TextInspection texts) => texts.Id("conditionId", ConditionId);

    /// <param name="Provider">Another provider than agreed, after a refusal; null keeps the agreed one.</param>
    public sealed record SendPathwayReferral(string ConditionId, string? Provider = null) : PathwayCommand(ConditionId)
    {
        /// <summary>A service of the directory, with or in place of the provider.</summary>
        public ServiceRef? Service { get; init; }

        /// <summary>The provider is to reach the person by the scheme's plan of attempts. Left out, they meet in another way.</summary>
        public bool Reach { get; init; }

        internal override AgreementCommand Kept(StaffDirectory staff) => this with { Provider = staff.Provider(Provider) };

        internal override Refusal? Unlisted(StaffDirectory staff) => PathwayConditionRules.UnknownService(Service) ?? staff.UnlistedProvider("provider", Provider);

        internal override void Inspect(TextInspection texts)
        {
            base.Inspect(texts);
            texts.Line("provider", Provider);
            PathwayConditionRules.Inspect(Service, texts);
        }
    }

    public sealed record AcceptPathwayReferral(string ConditionId) : PathwayCommand(ConditionId);

    /// <summary>The provider cannot take the person, who is then referred to another. Never the person's failure.</summary>
    public sealed record DeclinePathwayReferral(string ConditionId) : PathwayCommand(ConditionId)
    {
        internal override bool NeedsReason => true;
    }

    /// <summary>Somebody tried to reach the person. It never counts against them. Sent again with the same content it changes nothing.</summary>
    /// <param name="TriedAt">When.</param>
    public sealed record RecordContactAttempt(string ConditionId, AttemptWay Way, AttemptResult Result, Instant TriedAt) : PathwayCommand(ConditionId);

    /// <summary>Every attempt of the plan was made and the person was not reached: what is next.</summary>
    public sealed record DecideContact(string ConditionId, ContactNext Next) : PathwayCommand(ConditionId)
    {
        internal override bool NeedsReason => true;
    }

    /// <param name="Score">0 to 10.</param>
    public sealed record RecordPathwayAssessment(string ConditionId, AssessmentPoint Point, int Score) : PathwayCommand(ConditionId)
    {
        internal override CommandSubject Subject => new(ConditionId, Point.ToString());
    }

    /// <param name="Completed">False with the cause: the person, or the service, which never counts against them.</param>
    public sealed record ClosePathway(string ConditionId, bool Completed, FailureCause? Cause = null) : PathwayCommand(ConditionId);
}

public enum AssessmentPoint
{
    Start,
    End,
}
