namespace Diversion.Domain.Agreements;

/// <summary>
/// It is now <see cref="AgreementCommand.At"/>: everything that fell due until then happens, in order, once.
/// </summary>
/// <param name="Track">Only what belongs to this track; null for all of them.</param>
public sealed record TimePassed(string? Track = null) : AgreementCommand
{
    internal override bool AfterEnd => true;
}
