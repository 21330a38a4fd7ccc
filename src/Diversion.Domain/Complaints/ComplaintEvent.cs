using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;
using Diversion.Domain.Telling;

namespace Diversion.Domain.Complaints;

public abstract record ComplaintEvent : AgreementEvent
{
    private ComplaintEvent()
    {
    }

    /// <param name="AboutId">The id of the key worker or officer whom it is about.</param>
    /// <param name="Owner">Who acknowledges and answers it: the team manager, or a lead if it is about the team manager.</param>
    /// <param name="RecordedBy">The name of who recorded it.</param>
    public sealed record ComplaintMade(
        int Number,
        ComplaintFrom From,
        AnsweredHow How,
        Instant MadeAt,
        ComplaintAbout About,
        string What,
        string? Who,
        string? AboutId,
        Addressee Owner,
        Deadline Acknowledge,
        Deadline Answer,
        string RecordedBy,
        Instant At) : ComplaintEvent;

    public sealed record ComplaintAcknowledged(int Number, ToldHow How, Instant ToldAt, string By, string? Said, Instant At) : ComplaintEvent;

    public sealed record ComplaintAnswered(int Number, ComplaintResult Result, ToldHow How, Instant ToldAt, string By, string Said, Instant At) : ComplaintEvent;

    public sealed record ComplaintWithdrawn(int Number, Instant At) : ComplaintEvent;

    /// <summary>The number of the complaint.</summary>
    public int Complaint => this switch
    {
        ComplaintMade e => e.Number,
        ComplaintAcknowledged e => e.Number,
        ComplaintAnswered e => e.Number,
        ComplaintWithdrawn e => e.Number,
        _ => throw new InvalidOperationException($"No complaint for {GetType().Name}."),
    };
}
