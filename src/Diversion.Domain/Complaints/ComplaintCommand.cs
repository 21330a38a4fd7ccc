using Diversion.Domain.Agreements;
using Diversion.Domain.Telling;

namespace Diversion.Domain.Complaints;

/// <summary>Complaints are taken and answered in any status, after the end too.</summary>
public abstract record ComplaintCommand : AgreementCommand
{
    private ComplaintCommand()
    {
    }

    internal override bool AfterEnd => true;

    /// <summary>Somebody complains. Sent again with the same content it changes nothing.</summary>
    /// <param name="MadeAt">When it was said, or when the letter or email came.</param>
    /// <param name="What">In their own words as far as possible.</param>
    /// <param name="Who">The name of who makes it; needed where it is not the person.</param>
    public sealed record RecordComplaint(
        ComplaintFrom From, AnsweredHow How, Instant MadeAt, ComplaintAbout About, string What, string? Who = null) : ComplaintCommand
    {
        internal override void Inspect(TextInspection texts)
        {
            texts.Prose("what", What, required: true);
            texts.Line("who", Who);
        }
    }

    /// <summary>Who made it was told that it has come, who answers it and by when.</summary>
    /// <param name="Number">In the agreement, counted from 1.</param>
    public sealed record AcknowledgeComplaint(int Number, ToldHow How, Instant ToldAt, string? Said = null) : ComplaintCommand
    {
        internal override CommandSubject Subject => new(Item: CommandSubject.Numbered(Number));

        internal override void Inspect(TextInspection texts) => texts.Prose("said", Said);
    }

    /// <summary>Who made it was told the result.</summary>
    /// <param name="Said">What was found, and what follows from it.</param>
    public sealed record AnswerComplaint(int Number, ComplaintResult Result, ToldHow How, Instant ToldAt, string Said) : ComplaintCommand
    {
        internal override CommandSubject Subject => new(Item: CommandSubject.Numbered(Number));

        internal override void Inspect(TextInspection texts) => texts.Prose("said", Said, required: true);
    }

    /// <summary>Who made it does not pursue it.</summary>
    public sealed record WithdrawComplaint(int Number) : ComplaintCommand
    {
        internal override CommandSubject Subject => new(Item: CommandSubject.Numbered(Number));

        internal override bool NeedsReason => true;
    }
}
