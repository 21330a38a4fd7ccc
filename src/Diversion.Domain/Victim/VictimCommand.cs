using Diversion.Domain.Agreements;
using Diversion.Domain.Telling;

namespace Diversion.Domain.Victim;

public abstract record VictimCommand : AgreementCommand
{
    private VictimCommand()
    {
    }

    /// <param name="Enhanced">Entitled to enhanced rights under the Victims' Code.</param>
    public sealed record RecordVictim(bool HasVictim, bool Enhanced = false, string? Name = null, string? Contact = null) : VictimCommand
    {
        internal override void Inspect(TextInspection texts)
        {
            texts.Line("name", Name);
            texts.Line("contact", Contact);
        }
    }

    /// <param name="Views">In the victim's words; null when they did not want to give any.</param>
    public sealed record RecordVictimViews(string? Views, bool? WantsRestorativeJustice = null) : VictimCommand
    {
        internal override void Inspect(TextInspection texts) => texts.Prose("views", Views);
    }

    /// <param name="How">How the referral was made; required.</param>
    /// <param name="On">The day of the referral, not in the future; today when left out.</param>
    /// <param name="ByWhom">Who made it; the person recording it when left out.</param>
    /// <param name="Said">What was said.</param>
    public sealed record ReferVictimToSupport(
        ToldHow? How = null, LocalDate? On = null, string? ByWhom = null, string? Said = null) : VictimCommand
    {
        internal override bool AfterEnd => true;

        internal override void Inspect(TextInspection texts) => InspectContact(texts, ByWhom, Said);
    }

    /// <param name="How">How the victim was told; required.</param>
    /// <param name="On">The day on which they were told, not in the future and not before the decision or the ending; today when left out.</param>
    /// <param name="ByWhom">Who told them; the person recording it when left out.</param>
    /// <param name="Said">What was said.</param>
    public sealed record TellVictim(
        VictimNews News, ToldHow? How = null, LocalDate? On = null, string? ByWhom = null, string? Said = null) : VictimCommand
    {
        internal override CommandSubject Subject => new(Item: News.ToString());

        internal override bool AfterEnd => true;

        internal override void Inspect(TextInspection texts) => InspectContact(texts, ByWhom, Said);
    }

    private static void InspectContact(TextInspection texts, string? byWhom, string? said)
    {
        texts.Line("byWhom", byWhom);
        texts.Prose("said", said);
    }
}

public enum VictimNews
{
    Decision,
    Ending,
}
