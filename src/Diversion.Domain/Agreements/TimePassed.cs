namespace Diversion.Domain.Agreements;

/// <summary>
/// It is now <see cref="Streams.StreamCommand.At"/>: everything that fell due until then happens, in order, once. Always for the
/// whole agreement, whichever track's timer fired: the domain decides the order of equal instants on several tracks.
/// </summary>
public sealed record TimePassed : AgreementCommand
{
    internal override bool AfterEnd => true;
}
