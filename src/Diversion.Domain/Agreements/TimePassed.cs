namespace Diversion.Domain.Agreements;

/// <summary>
/// It is now <see cref="AgreementCommand.At"/>: everything that fell due until then happens, in order, once. Always on
/// the whole agreement, whichever track's alarm rang: of equal instants on several tracks the order is the domain's.
/// </summary>
public sealed record TimePassed : AgreementCommand
{
    internal override bool AfterEnd => true;
}
