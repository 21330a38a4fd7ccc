using Diversion.Domain.Agreements;

namespace Diversion.Domain.OwnPage;

/// <summary>Who may come in to the person's own page. It changes nothing else of the case.</summary>
public abstract record OwnPageCommand : AgreementCommand
{
    private OwnPageCommand()
    {
    }

    /// <summary>The person gets a link or a code. It takes the place of what they had: that works no longer.</summary>
    /// <param name="Hash">Of the secret, which only the person has.</param>
    public sealed record GiveOwnPage(OwnPageWay Way, string Hash) : OwnPageCommand
    {
        internal override void Inspect(TextInspection texts) => texts.Id("hash", Hash);
    }

    /// <summary>Whatever the person has lets nobody in any more, at once.</summary>
    public sealed record StopOwnPage : OwnPageCommand
    {
        internal override bool AfterEnd => true;
    }

    /// <summary>Somebody comes in with the link or the code. A wrong birth date is counted, and lets nobody in.</summary>
    /// <param name="NewHash">Of the code that takes the place of a link; null with a code.</param>
    public sealed record OpenOwnPage(string Hash, LocalDate BornOn, string? NewHash = null) : OwnPageCommand
    {
        internal override bool AfterEnd => true;

        internal override void Inspect(TextInspection texts)
        {
            texts.Id("hash", Hash);
            if (NewHash is not null)
            {
                texts.Id("newHash", NewHash);
            }
        }
    }
}
