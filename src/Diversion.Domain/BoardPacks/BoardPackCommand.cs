using Diversion.Domain.Agreements;
using Diversion.Domain.Streams;

namespace Diversion.Domain.BoardPacks;

/// <summary>A request to change the words or actions of the board packs.</summary>
public abstract record BoardPackCommand : StreamCommand<BoardPackEvent>
{
    private BoardPackCommand()
    {
    }

    protected override bool IsTimePassing => this is TimePassed;

    internal virtual void Inspect(TextInspection texts)
    {
    }

    /// <summary>Actions of the board fall due.</summary>
    public sealed record TimePassed : BoardPackCommand;

    /// <param name="Section">The part of the pack that the words stand beside: lower-case letters and hyphens.</param>
    /// <param name="Text">Empty takes the words away.</param>
    public sealed record WriteWords(string Quarter, string Section, string Text) : BoardPackCommand
    {
        internal override void Inspect(TextInspection texts)
        {
            texts.Id("section", Section);
            texts.Prose("text", Text);
        }
    }

    /// <param name="Owner">A name, as the board minutes it.</param>
    /// <param name="Reminds">Id of the member of staff who is reminded of it; the leads are when left out.</param>
    public sealed record AgreeAction(string Quarter, string Text, string Owner, LocalDate Due, string? Reminds = null) : BoardPackCommand
    {
        internal override void Inspect(TextInspection texts)
        {
            texts.Prose("text", Text, required: true);
            texts.Line("owner", Owner, required: true);
        }
    }

    /// <summary>What is done about a group that is treated otherwise than the largest: it is explained, or the practice is reformed.</summary>
    /// <param name="Disparity">Which: step, kind of group and group, as the evaluation names it.</param>
    /// <param name="Words">The same in words, without a number.</param>
    /// <param name="Reminds">Id of the member of staff who is reminded of it; the leads are when left out.</param>
    public sealed record AnswerDisparity(string Quarter, string Disparity, string Words, DisparityAnswer Answer, string Text, string Owner, LocalDate Due, string? Reminds = null) : BoardPackCommand
    {
        internal override void Inspect(TextInspection texts)
        {
            texts.Line("disparity", Disparity, required: true);
            texts.Prose("words", Words, required: true);
            texts.Prose("text", Text, required: true);
            texts.Line("owner", Owner, required: true);
        }
    }

    /// <summary>By a lead, or by whoever is reminded of it.</summary>
    public sealed record CloseAction(int Number, string Said) : BoardPackCommand
    {
        internal override void Inspect(TextInspection texts) => texts.Prose("said", Said, required: true);
    }
}
