// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.ResponseCompression;
using Schakel.Web;
using Schakel.Web.Accounts;
using Schakel.Web.Api;
using Schakel.Web.Assets;
using Schakel.Web.Atlas;
using Schakel.Web.Errors;
using Schakel.Web.Evidence;
using Schakel.Web.Maps;
using Schakel.Web.Ogc;
using Schakel.Web.Opgaven;
using Schakel.Web.Passkeys;
using Schakel.Web.Places;
using Schakel.Web.Reports;
using Schakel.Web.Runs;
using Schakel.Web.Security;
using Schakel.Web.WorkApi;
using Schakel.Workspace.Members;
using Schakel.Workspace.Storage;

// A report is made by the program that shows the page: schakel analyse starts it this way.
if (args is ["report", .. var asked])
    return await ReportProgram.Run(asked, new ShippedFiles(Path.Combine(AppContext.BaseDirectory, "wwwroot")), Console.Error);

var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Configuration.AddCommandLine(args, new Dictionary<string, string> { ["--data"] = "Schakel:Data" });
if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
    builder.WebHost.UseUrls("http://127.0.0.1:5009");

builder.WebHost.ConfigureKestrel(kestrel =>
{
    // This server is read from, not written to: what is large or slow is not ours.
    kestrel.AddServerHeader = false;
    kestrel.Limits.MaxRequestBodySize = 64 * 1024;
    kestrel.Limits.MaxRequestLineSize = 4096;
    kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
    kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
});

if (Proxies.Read(builder.Configuration[Proxies.Setting]) is not { } proxies)
{
    await Console.Error.WriteLineAsync($"Schakel: {Proxies.Setting} is '{builder.Configuration[Proxies.Setting]}'; good is an address or network, as 10.0.0.7 or 10.0.0.0/8, several between commas.");
    return 2;
}

var files = new ShippedFiles(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
builder.Services.AddSingleton(files);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(services => new CurrentGround(services.GetRequiredService<IConfiguration>()["Schakel:Data"]));
builder.Services.AddSingleton<Pictures>();
builder.Services.AddSingleton<Evidences>();
builder.Services.AddSingleton<Reports>();
builder.Services.AddSingleton<MapLayers>();
builder.Services.AddSingleton<SharedSurfaces>();
builder.AddLongWork();
builder.Services.AddSingleton<AskedRuns>();
builder.Services.AddRazorComponents();
builder.Services.AddSingleton<Workplace>();
builder.Services.AddScoped<SentMark>();
builder.Services.AddScoped(services => services.GetRequiredService<Workplace>().Room.For(services.GetRequiredService<SentMark>()));
builder.Services.AddSingleton<FirstLink>();
builder.Services.AddSingleton<IPasswords, IdentityPasswords>();
builder.Services.AddHostedService<WorkspaceNight>();
builder.Services.AddOpgaven();
builder.Services.AddWorkApi();
builder.Services.AddSessions();
builder.Services.AddPasskeys();
builder.AddOwnProvider();
builder.Services.AddDataProtection();
var cookieKeys = CookieKeys.For(builder.Configuration);
builder.Services.AddSingleton(cookieKeys);
builder.Services.Configure<KeyManagementOptions>(keys => keys.XmlRepository = cookieKeys);
builder.Services.AddSingleton<StoreHealth>();
builder.Services.AddHealthChecks().AddCheck<StoreHealth>("workspace");
builder.Services.AddOpenApi(ApiDescription.Describe);
builder.Services.AddOgc();
builder.Services.AddAnswerRules();
PublicAnswers.Add(builder.Services);
builder.Services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new() { Timeout = TimeSpan.FromSeconds(30), TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable });
builder.Services.AddResponseCompression(compression =>
{
    // Nothing we send is secret to its reader and nothing a stranger sends is echoed beside a secret, so compression over HTTPS gives nothing away.
    compression.EnableForHttps = true;
    compression.Providers.Add<GzipCompressionProvider>();
});
builder.Services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
builder.Services.ConfigureHttpJsonOptions(json =>
{
    json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
    json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
});
// A request that cannot be read is the answer 400, not an exception in the log.
builder.Services.Configure<RouteHandlerOptions>(routing => routing.ThrowOnBadRequest = false);
builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
builder.Services.DenyByDefault();
builder.Services.AddReaderLimits();
builder.Logging.SetMinimumLevel(LogLevel.Warning);
// That the program cannot start is said below, once.
builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
// It warns that keys are stored unencrypted; ours lie in a folder that only its owner reads, or never leave the memory.
builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);

// It says that it made our "no-store" into "no-cache, no-store".
builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery.DefaultAntiforgery", LogLevel.Error);

var app = builder.Build();
app.UseProxies(proxies);
app.UseSecurityHeaders(files);
// Before compression, so that what is kept is compressed once.
app.UseOutputCache();
app.UseResponseCompression();
app.UseErrorPages();
app.UseRateLimiter();
app.UseHeadLikeGet();
app.UseRouting();
app.UseCors();
app.UseRequestTimeouts();
app.UseSessions();
app.UseAuthorization();
app.UseAntiforgery();
Routes.Map(app);

try
{
    await app.StartAsync();
}
catch (IOException cannotListen)
{
    // A port that is taken is no bug: say it in a line, without the pages of a crash.
    await Console.Error.WriteLineAsync($"Schakel: {cannotListen.Message}");
    return 1;
}

await Console.Out.WriteLineAsync($"Schakel: {string.Join(' ', app.Urls)}");
await Console.Out.WriteLineAsync("Stoppen: Ctrl-C. / To stop: Ctrl-C.");
try
{
    var first = app.Services.GetRequiredService<FirstLink>();
    if (await first.IsNeeded(CancellationToken.None))
        await Console.Out.WriteLineAsync($"Nog geen beheerder? / No administrator yet? {first.At(app.Urls.First())}");
}
catch (Exception trouble) when (StoreTroubles.Of(trouble) is not null)
{
    // The map can be read without the database; the rest of the site comes with it.
    await Console.Error.WriteLineAsync($"Schakel: {trouble.Message}");
}

await app.WaitForShutdownAsync();
return 0;
