using Diversion.Domain.Agreements;
using Diversion.Domain.Streams;

namespace Diversion.Domain.CustodyMatches;

/// <summary>A request about a notice without a reference.</summary>
public abstract record CustodyMatchCommand : StreamCommand<CustodyMatchEvent>
{
    private CustodyMatchCommand()
    {
    }

    protected override bool IsTimePassing => this is TimePassed;

    /// <summary>A confirmed notice is passed on to its agreement, and the leads are told of one that waits.</summary>
    /// <param name="PassedOn">What the agreement answered; null when it was not asked.</param>
    public sealed record TimePassed(PassedOn? PassedOn = null) : CustodyMatchCommand;

    /// <summary>The same notice twice changes nothing; with other content it is a correction.</summary>
    public sealed record ReceiveNotice(UnreferencedNotice Notice, ImmutableArray<MatchCandidate> Candidates) : CustodyMatchCommand;

    public sealed record ConfirmMatch(AgreementId Agreement) : CustodyMatchCommand;

    public sealed record RefuseMatch : CustodyMatchCommand;

    /// <summary>What the case could not take, a lead has recorded there as far as it is true.</summary>
    public sealed record RecordByHand : CustodyMatchCommand;

    /// <summary>The record of a case that it may have been about is erased, and what names the person is out of the events.</summary>
    public sealed record EraseNotice(string Digest) : CustodyMatchCommand;
}
