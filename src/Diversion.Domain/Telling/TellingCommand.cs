using Diversion.Domain.Agreements;

namespace Diversion.Domain.Telling;

public abstract record TellingCommand : AgreementCommand
{
    private TellingCommand()
    {
    }

    /// <summary>The person was told. Once recorded, the same command with other details corrects it and needs a reason.</summary>
    /// <param name="News">The id of a piece of news, such as <c>warning-1</c>.</param>
    /// <param name="ToldAt">When somebody spoke to the person, or sent the letter, email or text.</param>
    /// <param name="ToldBy">The name of who told them; the person recording it when left out.</param>
    /// <param name="Said">What was said, and what the person answered.</param>
    /// <param name="Also">Other news that the person was told in the same conversation or letter.</param>
    public sealed record TellPerson(
        string News,
        ToldHow How,
        Instant ToldAt,
        string? ToldBy = null,
        string? Said = null,
        ImmutableArray<string> Also = default) : TellingCommand
    {
        internal override CommandSubject Subject => new(Item: News);

        internal override bool AfterEnd => true;

        protected override bool Decides(AgreementEvent happened) => happened is TellingEvent.PersonTold;

        internal override void Inspect(TextInspection texts)
        {
            texts.Id("news", News);
            texts.Line("toldBy", ToldBy);
            texts.Prose("said", Said);
            foreach (var other in Also.IsDefault ? [] : Also)
            {
                texts.Id("also", other);
            }
        }
    }

    /// <summary>
    /// The person has answered a proposed breach, or says why a warning is wrong; or they do not wish to answer. There may be
    /// several answers. To replace one, name it and give a reason.
    /// </summary>
    /// <param name="News">The id of what they answered, such as <c>breach-proposed-1</c> or <c>warning-1</c>.</param>
    /// <param name="AnsweredAt">When they said or wrote it.</param>
    /// <param name="Said">In their own words as far as possible.</param>
    /// <param name="Declines">They do not wish to answer a proposed breach.</param>
    /// <param name="Through">Who passed it on; needed when somebody did.</param>
    /// <param name="Corrects">The number of the answer that this one replaces.</param>
    public sealed record RecordAnswer(
        string News,
        AnsweredHow How,
        Instant AnsweredAt,
        string? Said = null,
        bool Declines = false,
        string? Through = null,
        int? Corrects = null) : TellingCommand
    {
        internal override CommandSubject Subject => new(Item: News);

        /// <summary>An answer that comes after the decision is kept, too.</summary>
        internal override bool AfterEnd => true;

        internal override void Inspect(TextInspection texts)
        {
            texts.Id("news", News);
            texts.Prose("said", Said);
            texts.Line("through", Through);
        }
    }
}
