namespace Diversion.Domain.Agreements;

/// <summary>
/// Something that happened. Closed: each area has its own closed union below this one. A stored event is a contract:
/// a field may be added with a default; renaming or removing one breaks agreements that run for months.
/// </summary>
public abstract record AgreementEvent
{
    private protected AgreementEvent()
    {
    }
}
