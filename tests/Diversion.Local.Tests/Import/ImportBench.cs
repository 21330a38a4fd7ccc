using System.Text;
using Diversion.Casework.Agreements;
using Diversion.Casework.CustodyMatches;
using Diversion.Casework.OffenceCodes;
using Diversion.Casework.Programmes;
using Diversion.Casework.Record;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Timekeeping;
using Diversion.Domain.Agreements;
using Diversion.Local.Import;
using Diversion.Local.Programmes;
using Diversion.Simulation.VirtualTime;
using Diversion.Storage.Compliance;
using NodaTime;

namespace Diversion.Local.Tests.Import;

/// <summary>Imports text into a casework in memory, on 23 November 2026.</summary>
internal sealed class ImportBench : IDisposable
{
    public const string Headings = "custody_reference,name,born_on,offence,offence_group,offence_date,offence_class,officer_id,officer_name,officer_team";

    private readonly TemporaryFolder folder = new();
    private readonly StreamCache cache = new(100);

    public ImportBench()
    {
        var schemes = ShippedSchemes.Load(null);
        Store = new InMemoryTableStore();
        Casework = new CaseworkService(
            Store, cache, new Rulebook(schemes.Catalogue, schemes.Calendar, ProgrammeFile.Default), new ChangeListeners());
    }

    public InMemoryTableStore Store { get; }

    public CaseworkService Casework { get; }

    public CustodyMatchService CustodyMatches => new(Store, cache, Casework, new ChangeListeners());

    public OffenceTableService OffenceTable => new(Store, cache, Casework.Rulebook, new ChangeListeners());

    public IClock Clock { get; } = new TimeMachine(null, Instant.FromUtc(2026, 11, 23, 10, 0));

    /// <summary>A good row with some cells changed.</summary>
    public static string Row(
        string reference = "CR/1", string name = "Anna Smith", string born = "1990-05-01", string offence = "Theft", string group = "theft",
        string date = "2026-10-02", string kind = "either way", string officer = "4412") =>
        $"{reference},{name},{born},{offence},{group},{date},{kind},{officer},PC Marsh,Durham";

    public Task<ImportReport> Import(params string[] rows) => ImportText($"{Headings}\n{string.Join('\n', rows)}\n");

    public Task<ImportReport> ImportText(string text) => ImportBytes(Encoding.UTF8.GetBytes(text));

    public async Task<ImportReport> ImportBytes(byte[] bytes, string encoding = "utf-8")
    {
        File.WriteAllBytes(folder.File("referrals.csv"), bytes);
        var file = ReferralFile.Open(folder.File("referrals.csv"), encoding);
        return await new ReferralImport(Casework, Clock, await OffenceTable.Current()).Run(file);
    }

    public async Task<AgreementState?> Find(string reference) => await Casework.Find(AgreementIds.FromCustodyReference(reference));

    public void Dispose()
    {
        cache.Dispose();
        folder.Dispose();
    }
}
