using Diversion.Domain.Agreements;

namespace Diversion.Domain.DataRights;

/// <summary>What the person asks of their record, and what they are answered: in any status, after the end too.</summary>
public abstract record DataRequestCommand : AgreementCommand
{
    private DataRequestCommand()
    {
    }

    internal override bool AfterEnd => true;

    /// <summary>The person, or somebody for them, asks for the record. Sent again with the same content it changes nothing.</summary>
    /// <param name="ReceivedOn">The limit is counted from it, whoever in the programme got it.</param>
    /// <param name="What">Who asks, how it is known that it is them, and what they ask for.</param>
    public sealed record RecordAccessRequest(LocalDate ReceivedOn, string? What = null) : DataRequestCommand
    {
        internal override void Inspect(TextInspection texts) => texts.Prose("what", What);
    }

    /// <summary>The person says that something in the record is wrong or missing.</summary>
    /// <param name="What">What it is, and how it should be, in their words as far as possible.</param>
    public sealed record RecordCorrectionRequest(LocalDate ReceivedOn, string What) : DataRequestCommand
    {
        internal override void Inspect(TextInspection texts) => texts.Prose("what", What, required: true);
    }

    /// <summary>It is complex, or there are many: two more months. The person is told why within the first month.</summary>
    /// <param name="Number">In the case, from 1.</param>
    public sealed record ExtendDataRequest(int Number) : DataRequestCommand
    {
        internal override CommandSubject Subject => new(Item: CommandSubject.Numbered(Number));

        internal override bool NeedsReason => true;
    }

    /// <summary>Before the record is given: words that are left out wherever they stand in it. Marking is done until the request is answered.</summary>
    /// <param name="Ground">Null shows them again.</param>
    public sealed record MarkPassage(int Number, string Words, MarkGround? Ground) : DataRequestCommand
    {
        /// <summary>Of the words, in characters.</summary>
        public const int Longest = 4_000;

        /// <summary>Of all marks of a request, in characters.</summary>
        public const int LongestTogether = 100_000;

        internal override CommandSubject Subject => new(Item: CommandSubject.Numbered(Number));

        internal override void Inspect(TextInspection texts) => texts.Prose("words", Words, required: true);
    }

    /// <summary>The person got the record, or was told why not.</summary>
    /// <param name="Result">Given, refused or not pursued.</param>
    /// <param name="Said">How it was given and what was said with it, or why not.</param>
    public sealed record AnswerAccessRequest(int Number, DataRequestResult Result, LocalDate On, string Said) : DataRequestCommand
    {
        internal override CommandSubject Subject => new(Item: CommandSubject.Numbered(Number));

        internal override void Inspect(TextInspection texts) => texts.Prose("said", Said, required: true);
    }

    /// <summary>The record was corrected, or the person was told why not. What they dispute stays on the record either way.</summary>
    /// <param name="Result">Corrected, corrected in part, not corrected or not pursued.</param>
    /// <param name="Said">What was changed, or why not.</param>
    public sealed record AnswerCorrectionRequest(int Number, DataRequestResult Result, LocalDate On, string Said) : DataRequestCommand
    {
        internal override CommandSubject Subject => new(Item: CommandSubject.Numbered(Number));

        internal override void Inspect(TextInspection texts) => texts.Prose("said", Said, required: true);
    }
}
