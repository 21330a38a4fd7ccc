using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.Conditions;

/// <summary>
/// What the agreement needs from each kind of condition. One subclass in each kind's folder, registered in <see
/// cref="ConditionKinds"/>.
/// </summary>
internal abstract class ConditionRules
{
    public abstract ConditionKind Kind { get; }

    /// <summary>The id of the first condition of the kind.</summary>
    public abstract string Slug { get; }

    /// <summary>The rules for the deadlines of setting up the condition.</summary>
    public virtual ImmutableArray<string> SetUpBy => [];

    /// <summary>Whether anything falls due after the condition is set up.</summary>
    public virtual bool HasTrack => true;

    /// <summary>Whether these terms may be drafted for this agreement.</summary>
    public virtual Refusal? CheckTerms(ConditionTerms terms, AgreementState state, SchemeRules scheme) => null;

    public virtual void InspectTerms(ConditionTerms terms, TextInspection texts)
    {
    }

    /// <summary>Possible terms of the kind: one, or one for each need that a pathway can meet.</summary>
    public abstract IEnumerable<ConditionTerms> ExampleTerms { get; }

    /// <summary>What somebody could want to do with a condition of the kind now; see <see cref="CandidateCommands"/>.</summary>
    public abstract IEnumerable<AgreementCommand> Candidates(AgreementState state, Condition condition, Instant now);

    /// <summary>Raises the kind's own opening event, with its set-up deadlines.</summary>
    /// <param name="from">The day from which the deadlines are counted.</param>
    public abstract void Open(DecisionContext context, string id, ConditionTerms terms, LocalDate from);

    public abstract Refusal? Decide(DecisionContext context, ConditionCommand command);

    public abstract AgreementState Evolve(AgreementState state, ConditionKindEvent happened);

    /// <summary>Due moments apart from the ladder of obligations.</summary>
    public virtual void Collect(AgreementState state, Condition condition, List<DueMoment> due)
    {
    }

    /// <summary>Who carries it out from outside the programme, by name (a provider or a facilitator); null when nobody does.</summary>
    public virtual string? PartnerOf(Condition condition) => null;

    /// <summary>
    /// Whether an obligation of the condition waits for the outcome of a booked appointment; then that outcome is chased
    /// instead.
    /// </summary>
    public virtual bool AwaitsOutcome(Condition condition, Obligation open) => false;

    /// <summary>Processes one of those moments.</summary>
    public virtual void Fire(DecisionContext context, DueMoment moment) =>
        throw new InvalidOperationException($"{Slug} has no moment {moment.Kind}.");

    /// <summary>The status of the condition, in words for the operators of the system.</summary>
    public virtual string Phase(AgreementState state, Condition condition) => condition.Status switch
    {
        ConditionStatus.SettingUp => "being arranged",
        ConditionStatus.InProgress => "being carried out",
        _ => Words.Of(condition.Status),
    };

    /// <param name="termOver">The last day is past.</param>
    public abstract bool IsKept(AgreementState state, Condition condition, bool termOver, SchemeRules scheme);

    /// <summary>It was kept, and the outcome that kept it no longer applies.</summary>
    public virtual bool IsUndone(Condition condition) => false;

    /// <summary>What is to be done in the present state, each with its earlier date: after a correction.</summary>
    public virtual IEnumerable<(string Obligation, Deadline Deadline)> DueAgain(DecisionContext context, Condition condition) => [];

    /// <summary>The condition has closed, or the agreement has ended around it.</summary>
    public virtual void Closed(DecisionContext context, Condition condition)
    {
    }

    /// <summary>The last day has moved.</summary>
    public virtual void Extended(DecisionContext context, Condition condition)
    {
    }
}
