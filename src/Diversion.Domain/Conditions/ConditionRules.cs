using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.Conditions;

/// <summary>What the agreement asks of each kind of condition. One subclass in each kind's folder, registered in <see cref="ConditionKinds"/>.</summary>
internal abstract class ConditionRules
{
    public abstract ConditionKind Kind { get; }

    /// <summary>The id of the first condition of the kind.</summary>
    public abstract string Slug { get; }

    /// <summary>The rules of the deadlines by which the condition is arranged.</summary>
    public virtual ImmutableArray<string> SetUpBy => [];

    /// <summary>Whether time does anything to it once it is arranged.</summary>
    public virtual bool HasTrack => true;

    /// <summary>May these terms be drafted for this agreement?</summary>
    public virtual Refusal? CheckTerms(ConditionTerms terms, AgreementState state, SchemeRules scheme) => null;

    public virtual void InspectTerms(ConditionTerms terms, TextInspection texts)
    {
    }

    /// <summary>Terms of the kind that anybody might agree to: one, or one for each need that a pathway can meet.</summary>
    public abstract IEnumerable<ConditionTerms> ExampleTerms { get; }

    /// <summary>What somebody could want to do with a condition of the kind now; see <see cref="Specimens"/>.</summary>
    public abstract IEnumerable<AgreementCommand> Attempts(AgreementState state, Condition condition, Instant now);

    /// <summary>Raises the kind's own opening event, with the deadlines of its setup.</summary>
    /// <param name="from">The day from which they are counted.</param>
    public abstract void Open(Unfolding unfolding, string id, ConditionTerms terms, LocalDate from);

    public abstract Refusal? Decide(Unfolding unfolding, ConditionCommand command);

    public abstract AgreementState Evolve(AgreementState state, ConditionKindEvent happened);

    /// <summary>Due moments besides the ladder of obligations.</summary>
    public virtual void Collect(AgreementState state, Condition condition, List<DueMoment> due)
    {
    }

    /// <summary>Who carries it out from outside the programme, by name: a provider or a facilitator; null when nobody does.</summary>
    public virtual string? PartnerOf(Condition condition) => null;

    /// <summary>Whether a promise of the condition waits for the outcome of what is already booked for it; that outcome is chased instead.</summary>
    public virtual bool AwaitsOutcome(Condition condition, Obligation open) => false;

    /// <summary>Lets one of those moments happen.</summary>
    public virtual void Fire(Unfolding unfolding, DueMoment moment) =>
        throw new InvalidOperationException($"{Slug} has no moment {moment.Kind}.");

    /// <summary>Where the condition stands, in words for the people who operate the system.</summary>
    public virtual string Phase(AgreementState state, Condition condition) => condition.Status switch
    {
        ConditionStatus.SettingUp => "being arranged",
        ConditionStatus.InProgress => "being carried out",
        _ => Words.Of(condition.Status),
    };

    /// <param name="termOver">The last day is past.</param>
    public abstract bool IsKept(AgreementState state, Condition condition, bool termOver, SchemeRules scheme);

    /// <summary>It was kept, and what it was kept by does not stand any more.</summary>
    public virtual bool IsUndone(Condition condition) => false;

    /// <summary>What is to be done as the condition stands, each with the date that it had: after something was taken back.</summary>
    public virtual IEnumerable<(string Obligation, Deadline Deadline)> DueAgain(Unfolding unfolding, Condition condition) => [];

    /// <summary>The condition has closed, or the agreement has ended around it.</summary>
    public virtual void Closed(Unfolding unfolding, Condition condition)
    {
    }

    /// <summary>The last day has moved.</summary>
    public virtual void Extended(Unfolding unfolding, Condition condition)
    {
    }
}
