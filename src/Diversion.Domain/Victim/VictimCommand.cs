using Diversion.Domain.Agreements;

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

    /// <param name="Views">In the victim's words; null when they did not want to say.</param>
    public sealed record RecordVictimViews(string? Views, bool? WantsRestorativeJustice = null) : VictimCommand
    {
        internal override void Inspect(TextInspection texts) => texts.Prose("views", Views);
    }

    public sealed record ReferVictimToSupport : VictimCommand
    {
        internal override bool AfterEnd => true;
    }

    public sealed record TellVictim(VictimNews News) : VictimCommand
    {
        internal override CommandSubject Subject => new(Item: News.ToString());

        internal override bool AfterEnd => true;
    }
}

public enum VictimNews
{
    Decision,
    Ending,
}
