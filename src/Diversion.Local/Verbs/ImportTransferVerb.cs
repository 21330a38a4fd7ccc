using System.CommandLine;
using Diversion.Casework.Agreements;
using Diversion.Casework.Documents;
using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.Streams;
using Diversion.Casework.Timekeeping;
using Diversion.Casework.Transfers;
using Diversion.Domain.Agreements;
using Diversion.Local.Faults;
using Diversion.Local.Programmes;
using Diversion.Local.Storage;
using Diversion.Web.Requests;
using Microsoft.Extensions.Logging.Abstractions;
using Spectre.Console;

namespace Diversion.Local.Verbs;

/// <summary><c>import transfer</c>: a case that another force or programme handed over, whole or not at all.</summary>
internal static class ImportTransferVerb
{
    private const int CachedAgreements = 10;

    private static readonly Argument<string> File = new("file") { Description = "The bundle as the other programme saved it." };
    private static readonly Option<string> Data = SharedOptions.Data("Data folder to import into. Stop its server first.");
    private static readonly Option<string> Code = Needed("--code", "Code of the bundle, as the other lead reads it out.", "CODE");
    private static readonly Option<string> KeyWorker = Needed("--key-worker", "Key worker here.", "ID");
    private static readonly Option<string> Officer = Needed("--officer", "Police officer of the case here.", "ID");
    private static readonly Option<string?> Facilitator = new("--facilitator") { Description = "Needed while restorative justice is open.", HelpName = "ID" };
    private static readonly Option<string?> Provider = new("--provider") { Description = "In place of providers that do not work for this programme.", HelpName = "NAME" };

    public static Verb Make()
    {
        var command = new Command("transfer", "Import a case that another force or programme handed over. Nothing is kept unless all of it is as they saved it.")
        {
            File, Data, Code, KeyWorker, Officer, Facilitator, Provider, SharedOptions.Scanner, SharedOptions.Schemes,
        };
        command.SetAction(Run);
        return new Verb(
            command,
            ("diversion import transfer DV-7K3M9-2QX4P-transfer.zip --data data/x --code 0F3A-9B21-77C0-D4E5 --key-worker kw-1 --officer po-1", "Exit code 1 and the reason when it is refused."));
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        IDocumentScanner scanner = SharedOptions.ReadScanner(parsed) is { } address ? new ClamScanner(address) : new NoScanner();
        await using var bundle = Open(parsed.GetValue(File)!);
        var schemes = ShippedSchemes.Load(parsed.GetValue(SharedOptions.Schemes));
        await using var folder = await ProgrammeFolder.Open(parsed.GetValue(Data)!, schemes, null, cancellation: cancellation);
        using var cache = new StreamCache(CachedAgreements);
        var casework = new CaseworkService(folder.Store, cache, folder.Rulebook, new ChangeListeners());
        var vault = new DocumentVault(new FolderDocumentStore(folder.Path), new WrappingKey(Keys.OfPapers(folder.Path)));
        var import = new TransferImport(casework, new DuplicateSearch(folder.Store), vault, new DocumentScan(scanner, NullLogger<DocumentScan>.Instance));
        var how = new TakingOver(parsed.GetValue(Code), parsed.GetValue(KeyWorker), parsed.GetValue(Officer), parsed.GetValue(Facilitator), parsed.GetValue(Provider));
        switch (await import.Run(bundle, how, CommandLineUser.By, folder.Clock.GetCurrentInstant(), cancellation))
        {
            case Outcome.Refused { Refusal: var refusal }:
                Terminal.Error.MarkupLineInterpolated($"[red]{refusal.Message}[/]");
                return ExitCodes.Failed;
            case Outcome.Accepted { State: var state }:
                Terminal.Out.MarkupLineInterpolated($"{state.Id} was imported with {state.Origin!.Events:N0} events and {state.Documents.Count(paper => !paper.Removed):N0} papers. Ring the other programme, so that they can record it.");
                return ExitCodes.Ok;
            default:
                Terminal.Out.MarkupLine("The case is here already; nothing was changed.");
                return ExitCodes.Ok;
        }
    }

    private static FileStream Open(string path)
    {
        try
        {
            return System.IO.File.OpenRead(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CannotGoOnException(ExitCodes.Failed, $"The bundle {path} cannot be read: {fault.Message}", fault);
        }
    }

    private static Option<string> Needed(string name, string what, string help) => new(name) { Description = what, HelpName = help, Required = true };
}
