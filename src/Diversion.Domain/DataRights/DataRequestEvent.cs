using Diversion.Domain.Agreements;

namespace Diversion.Domain.DataRights;

public abstract record DataRequestEvent : AgreementEvent
{
    private DataRequestEvent()
    {
    }

    /// <param name="RecordedBy">The name of who recorded it.</param>
    public sealed record DataRequestReceived(int Number, DataRequestKind Kind, LocalDate ReceivedOn, string? What, Deadline Answer, string RecordedBy) : DataRequestEvent;

    public sealed record DataRequestExtended(int Number, Deadline Answer) : DataRequestEvent;

    /// <param name="Ground">Null: they are shown again.</param>
    /// <param name="By">The name of who marked them.</param>
    public sealed record PassageMarked(int Number, string Words, MarkGround? Ground, string By) : DataRequestEvent;

    /// <param name="By">The name of who decided.</param>
    public sealed record DataRequestAnswered(int Number, DataRequestResult Result, LocalDate On, string Said, string By) : DataRequestEvent;
}
