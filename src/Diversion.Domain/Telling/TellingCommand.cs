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

        private protected override bool Decides(AgreementEvent happened) => happened is TellingEvent.PersonTold;

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
}
