using Diversion.Casework.Access;
using Diversion.Casework.Actions;
using Diversion.Casework.Agreements;
using Diversion.Casework.Analysis;
using Diversion.Casework.Answers;
using Diversion.Casework.BoardPacks;
using Diversion.Casework.Boundaries;
using Diversion.Casework.Calendars;
using Diversion.Casework.Caseload;
using Diversion.Casework.Correspondence;
using Diversion.Casework.CustodyMatches;
using Diversion.Casework.Delivery;
using Diversion.Casework.Documents;
using Diversion.Casework.Drafts;
using Diversion.Casework.Duplicates;
using Diversion.Casework.Eligibility;
using Diversion.Casework.Extracts;
using Diversion.Casework.Feeds;
using Diversion.Casework.Figures;
using Diversion.Casework.FollowUps;
using Diversion.Casework.HarmTables;
using Diversion.Casework.Inbox;
using Diversion.Casework.Keeping;
using Diversion.Casework.Messages;
using Diversion.Casework.MyWork;
using Diversion.Casework.OffenceCodes;
using Diversion.Casework.Operations;
using Diversion.Casework.OwnPage;
using Diversion.Casework.Papers;
using Diversion.Casework.Programmes;
using Diversion.Casework.ProjectEntries;
using Diversion.Casework.PublicView;
using Diversion.Casework.Record;
using Diversion.Casework.Register;
using Diversion.Casework.Reoffences;
using Diversion.Casework.Rounds;
using Diversion.Casework.Scrutiny;
using Diversion.Casework.Search;
using Diversion.Casework.ServiceEntries;
using Diversion.Casework.Services;
using Diversion.Casework.Sharing;
using Diversion.Casework.Staff;
using Diversion.Casework.StaffFiles;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.SubjectAccess;
using Diversion.Casework.Timekeeping;
using Diversion.Casework.Transfers;
using Diversion.Casework.Trials;
using Diversion.Casework.UnitCosts;
using Diversion.Casework.UnmetNeeds;
using Diversion.Domain.Agreements;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Diversion.Casework;

/// <summary>Everything in casework that a request may ask for, on any host.</summary>
public static class CaseworkRegistration
{
    /// <summary>
    /// The host brings <see cref="CaseworkService"/>, <see cref="OffenceTableService"/>, <see cref="HarmTableService"/>, <see cref="CustodyMatchService"/>, <see cref="TrialService"/>, <see cref="ITableStore"/>, <see cref="IDocumentStore"/>, an
    /// <c>IDataKeys</c> and an <see cref="IClock"/> as singletons.
    /// What reads agreements lives as long as one request (<see cref="Records"/>).
    /// </summary>
    /// <param name="secret">Key of cursors and pseudonyms.</param>
    public static IServiceCollection AddCasework(this IServiceCollection services, byte[] secret)
    {
        services.AddSingleton(new Cursor(secret));
        services.AddSingleton(new Pseudonyms(secret));
        services.TryAddSingleton(provider => provider.GetRequiredService<CaseworkService>().Rulebook);
        services.TryAddSingleton<StreamService<AgreementId, AgreementState, AgreementCommand, AgreementEvent>>(
            provider => provider.GetRequiredService<CaseworkService>());
        services.TryAddSingleton<InboxSignal>();
        services.TryAddSingleton<MailRenderer>();
        services.TryAddSingleton<ReferralDrafts>();
        services.AddSingleton(provider => new FiguresQuery(
            provider.GetRequiredService<ITableStore>(), provider.GetRequiredService<IClock>(), TimeProvider.System, provider.GetRequiredService<ILogger<FiguresQuery>>()));
        services.AddSingleton(provider => new KeptAnswers(provider.GetRequiredService<ITableStore>(), TimeProvider.System));
        services.AddSingleton(provider => new StatisticsQuery(provider.GetRequiredService<ITableStore>(), TimeProvider.System));
        services.AddSingleton<PeopleScan>();
        services.AddSingleton<WhatIf.WhatIfQuery>();
        services.AddSingleton(provider => new AnalysisQuery(
            provider.GetRequiredService<PeopleScan>(), new OpenTrials(provider.GetRequiredService<ITableStore>(), provider.GetRequiredService<Rulebook>()), provider.GetRequiredService<HarmTableService>(), provider.GetRequiredService<UnitCostService>(), provider.GetRequiredService<BoundaryService>(), provider.GetRequiredService<Rulebook>(), provider.GetRequiredService<IClock>(), TimeProvider.System));
        services.AddSingleton(provider => new BoardPackQuery(
            provider.GetRequiredService<PeopleScan>(), provider.GetRequiredService<BoardPackService>(), provider.GetRequiredService<ScrutinyQuery>(), provider.GetRequiredService<UnitCostService>(), provider.GetRequiredService<BoundaryService>(), provider.GetRequiredService<Rulebook>(), provider.GetRequiredService<IClock>(), TimeProvider.System));
        services.AddSingleton<BoardActionsQuery>();
        services.AddSingleton<AccessLog>();
        services.AddSingleton<ApiTokens>();
        services.AddSingleton<CaseloadQuery>();
        services.AddSingleton<DocumentVault>();
        services.AddSingleton(provider => new OrphanDocuments(
            provider.GetRequiredService<CaseworkService>(), provider.GetRequiredService<DocumentVault>(), TimeProvider.System));
        services.TryAddSingleton<IDocumentScanner, NoScanner>();
        services.AddSingleton<DocumentScan>();
        services.AddSingleton<DuplicateSearch>();
        services.AddSingleton<IOtherAppointments>(provider => provider.GetRequiredService<DuplicateSearch>());
        services.AddSingleton<EligibilityDryRun>();
        services.TryAddSingleton<IDestructionLog, TableDestructionLog>();
        services.TryAddSingleton<IErasedSpace, NoErasedSpace>();
        services.AddSingleton<Erasing>();
        services.AddSingleton<KeepingQuery>();
        services.AddScoped<PapersOver>();
        services.AddScoped<SubjectAccessQuery>();
        services.AddSingleton<DraftsOver>();
        services.AddSingleton<EventNames>();
        services.AddSingleton<ExtractQuery>();
        services.AddSingleton<FeedIntake>();
        services.AddSingleton<FeedLog>();
        services.AddSingleton<FollowUpQuery>();
        services.AddSingleton<InboxQuery>();
        services.AddSingleton<LetterWriter>();
        services.AddSingleton<MessageRetry>();
        services.AddSingleton<OffenceCodesQuery>();
        services.AddSingleton<OutboxQuery>();
        services.AddSingleton<ReferralChoicesQuery>();
        services.AddSingleton<ServiceFinder>();
        services.AddSingleton<ServiceImport>();
        services.AddSingleton<StaffFileImport>();
        services.AddSingleton<ServiceNames>();
        services.AddScoped<ServiceQuery>();
        services.AddSingleton<ProjectQuery>();
        services.AddSingleton<PublicRows>();
        services.AddSingleton(provider => new BallotBox(provider.GetRequiredService<ITableStore>(), secret));
        services.AddSingleton<ProjectHoursQuery>();
        services.AddScoped<SessionRegister>();
        services.AddScoped<OwnPageService>();
        services.TryAddSingleton<ITexter>(NoTexter.Instance);
        services.AddSingleton<UnmetNeedsQuery>();
        services.AddSingleton<StaffQuery>();
        services.TryAddSingleton<IDataDisk, NoDataDisk>();
        services.AddSingleton<SystemMeasuring>();
        services.AddSingleton<SystemHealthQuery>();
        services.AddScoped<TrialsQuery>();
        services.AddSingleton<ScrutinyQuery>();
        services.AddSingleton<RegisterCsv>();
        services.AddSingleton<TextReceipts>();
        services.AddSingleton<RegisterQuery>();
        services.AddScoped<AccessLogQuery>();
        services.AddScoped<ActionsQuery>();
        services.AddScoped<AgreementPaperQuery>();
        services.AddScoped<AgreementQuery>();
        services.AddScoped<CalendarQuery>();
        services.AddScoped<CaseFileBundles>();
        services.AddScoped<CaseFileCheck>();
        services.AddScoped<CaseFileQuery>();
        services.AddScoped<ChoicesQuery>();
        services.AddScoped<CommandDryRun>();
        services.AddScoped<CreditPreview>();
        services.AddScoped<CustodyMatchQuery>();
        services.AddScoped<DocumentKeeping>();
        services.AddScoped<DocumentQuery>();
        services.AddScoped<DuplicatesQuery>();
        services.AddScoped<EligibilityQuery>();
        services.AddScoped<LetterQuery>();
        services.AddScoped<MessageQuery>();
        services.AddScoped<MyWorkQuery>();
        services.AddScoped<PersonMailQuery>();
        services.AddScoped<ReoffenceImport>();
        services.AddScoped<RecordAccess>();
        services.AddScoped<Records>();
        services.AddScoped<SearchQuery>();
        services.AddScoped<SeriesPreview>();
        services.AddScoped<SharedRecordQuery>();
        services.AddScoped<SharingQuery>();
        services.AddScoped<TimelineQuery>();
        services.AddScoped<TransferBundles>();
        services.AddScoped<TransferImport>();
        services.AddScoped<WhatFollowed>();
        return services;
    }
}
