namespace Diversion.Domain.Agreements;

/// <summary>Something that may be done with an agreement now, or that only a rule forbids.</summary>
/// <param name="Specimen">A command of that kind; whatever in it is not the subject is an example.</param>
/// <param name="Blocked">The rule that forbids it, worth telling whoever looks for it; null when it may be done.</param>
public sealed record PossibleAction(CommandEntry Entry, CommandSubject Subject, AgreementCommand Specimen, Refusal? Blocked)
{
    public bool NeedsReason => Specimen.NeedsReason;
}
