namespace Diversion.Domain.Agreements;

/// <summary>Something that may be done with an agreement now, or that only a rule forbids.</summary>
/// <param name="Candidate">A candidate command of that kind; everything in it except the subject is an example.</param>
/// <param name="Blocked">The rule that forbids it, to be shown to the user; null when it may be done.</param>
public sealed record PossibleAction(CommandEntry Entry, CommandSubject Subject, AgreementCommand Candidate, Refusal? Blocked)
{
    public bool NeedsReason => Candidate.NeedsReason;
}
