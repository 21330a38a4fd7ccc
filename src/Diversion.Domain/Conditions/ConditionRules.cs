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

    /// <summary>The kind's own case of <see cref="ConditionTerms"/>.</summary>
    public abstract Type TermsType { get; }

    /// <summary>The kind's own case of <see cref="Condition"/>.</summary>
    public abstract Type ConditionType { get; }

    /// <summary>The kind's commands, in the order in which they are given.</summary>
    public abstract ImmutableArray<CommandEntry> Commands { get; }

    /// <summary>Every agreement has it; nobody can remove or replace it, and it fails by proof alone.</summary>
    public virtual bool IsMandatory => false;

    /// <summary>How many of the kind one agreement may have.</summary>
    public virtual int Most(SchemeRules scheme) => 1;

    /// <summary>The terms with people and organisations as the programme's list has them.</summary>
    public virtual ConditionTerms Kept(ConditionTerms terms, StaffDirectory staff) => terms;

    /// <summary>The terms with the only victim of the case, where they name none; see <see cref="ConditionSet.WithOnlyVictim"/>.</summary>
    public virtual ConditionTerms WithOnlyVictim(ConditionTerms terms, AgreementState state) => terms;

    /// <summary>Names somebody who is not on the programme's list.</summary>
    public virtual Refusal? Unlisted(ConditionTerms terms, StaffDirectory staff) => null;

    /// <summary>The rules for the deadlines of setting up the condition.</summary>
    public virtual ImmutableArray<string> SetUpBy => [];

    /// <summary>Explains a rule of the kind, with the scheme's figures; null for any other rule.</summary>
    public virtual string? Explain(string rule, SchemeRules scheme) => null;

    /// <summary>Whether anything falls due after the condition is set up.</summary>
    public virtual bool HasTrack => true;

    /// <summary>Whether these terms may be drafted for this agreement.</summary>
    public virtual Refusal? CheckTerms(ConditionTerms terms, AgreementState state, SchemeRules scheme) => null;

    /// <summary>Whether what the terms ask for on certain days can be done before the agreement ends.</summary>
    public virtual Refusal? CheckDates(ConditionTerms terms, LocalDate from, LocalDate lastDay) => null;

    public virtual void InspectTerms(ConditionTerms terms, TextInspection texts)
    {
    }

    /// <summary>Possible terms of the kind: one, or one for each need that a pathway can meet.</summary>
    public abstract IEnumerable<ConditionTerms> ExampleTerms { get; }

    /// <summary>An example that says what only the case can: without it, the example would be refused for what a drafter still chooses.</summary>
    public virtual ConditionTerms ExampleFor(AgreementState state, ConditionTerms example) => example;

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

    /// <summary>
    /// Whether an obligation of the condition waits for the outcome of a booked appointment; then that outcome is chased
    /// instead.
    /// </summary>
    public virtual bool AwaitsOutcome(Condition condition, Obligation open) => false;

    /// <summary>Processes one of those moments.</summary>
    public virtual void Fire(DecisionContext context, DueMoment moment) =>
        throw new InvalidOperationException($"{Kind.Slug} has no moment {moment.Kind}.");

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

    /// <summary>Why it may not be put down to the person that it failed; null when it may.</summary>
    public virtual Refusal? NotTheirs(AgreementState state, Condition condition) => null;

    /// <summary>It is open at the end of the term, and what is missing is the person's to answer for.</summary>
    public virtual bool FallsToParticipant(Condition condition, SchemeRules scheme) => false;

    /// <summary>What had ended with the old last day goes on: the term was extended.</summary>
    public virtual AgreementState CarriedOn(AgreementState state, Condition condition) => state;

    /// <summary>The condition has closed, or the agreement has ended around it.</summary>
    public virtual void Closed(DecisionContext context, Condition condition)
    {
    }

    /// <summary>The last day has moved.</summary>
    public virtual void Extended(DecisionContext context, Condition condition)
    {
    }
}
