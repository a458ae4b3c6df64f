// SPDX-License-Identifier: GPL-2.0-or-later
#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <csignal>
#include <iostream>
#include <thread>

#include "app/problem.h"
#include "app/site.h"
#include "http/server.h"
#include "repere/cli/usage.h"

namespace {

using namespace repere;

web::Server* running = nullptr;

extern "C" void on_signal(int) {
  if (running) running->stop();
}

/// "127.0.0.1:8080", "[::1]:80" or ":8080" (loopback); false when it is none.
bool read_address(const std::string& text, web::ServerOptions& options) {
  const auto colon = text.rfind(':');
  if (colon == std::string::npos) return false;
  std::string host = text.substr(0, colon);
  if (host.size() > 2 && host.front() == '[' && host.back() == ']')
    host = host.substr(1, host.size() - 2);
  const auto* end = text.data() + text.size();
  const auto [at, fault] = std::from_chars(text.data() + colon + 1, end, options.port);
  if (fault != std::errc() || at != end || options.port < 0 || options.port > 65535) return false;
  if (!host.empty()) options.host = host;
  return true;
}

int fail(const Error& error) {
  std::cerr << "repere-web : " << error.line() << "\n";
  const bool usage =
      error.code == ErrorCode::invalid_argument || error.code == ErrorCode::not_found;
  return usage ? 2 : 3;
}

/// One worker's handler: its own opened index, opened anew after a fault.
web::Handler make_handler(const web::OpenBackend& open, web::Site& site) {
  auto backend = std::make_shared<std::unique_ptr<web::Backend>>();
  return [open, backend, &site](const web::Request& request) {
    if (!*backend) {
      auto opened = open();
      if (!opened)
        return web::problem(503, opened.error().message, opened.error().hint, request.path);
      *backend = std::move(*opened);
    }
    return web::handle(request, **backend, site);
  };
}

int serve(const web::OpenBackend& open, web::ServerOptions options, web::Site& site) {
  // A bad index is said now, in one line, not at the first request.
  if (auto tried = open(); !tried) return fail(tried.error());
  auto server = web::Server::listen(options);
  if (!server) return fail(server.error());
  const bool v6 = server->host().find(':') != std::string::npos;
  std::cout << "http://" << (v6 ? "[" : "") << server->host() << (v6 ? "]:" : ":") << server->port()
            << std::endl;
  running = &*server;
  std::signal(SIGINT, on_signal);
  std::signal(SIGTERM, on_signal);
  std::signal(SIGPIPE, SIG_IGN);
  server->run([&] { return make_handler(open, site); });
  running = nullptr;
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"Sert la page et l'API JSON sur un index de rapports.", "repere-web"};
  std::string index, listen = "127.0.0.1:8080", public_url;
  std::size_t threads = std::max(4U, std::thread::hardware_concurrency());
  app.add_option("--index", index, "Dossier de l'index")->required()->type_name("DOSSIER");
  app.add_option("--listen", listen, "Adresse et port ; le port 0 en prend un libre")
      ->type_name("HÔTE:PORT")
      ->capture_default_str();
  app.add_option("--threads", threads, "Fils qui répondent")
      ->type_name("N")
      ->check(CLI::Range(1, 256));
  app.add_option("--public-url", public_url,
                 "Adresse publique, pour les flux et OpenSearch derrière un mandataire")
      ->type_name("URL");
  app.set_version_flag("--version", std::string("repere-web ") + REPERE_VERSION);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& success) {
    return app.exit(success);
  } catch (const CLI::ParseError& error) {
    return repere::cli::report_usage(app, error, "repere-web");
  }
  web::ServerOptions options;
  options.workers = threads;
  if (!read_address(listen, options)) {
    std::cerr << "repere-web : adresse illisible : " << listen
              << " ; donnez --listen HÔTE:PORT, par exemple 127.0.0.1:8080\n";
    return 2;
  }
  web::Site site;
  site.version = REPERE_VERSION;
  site.public_url = public_url;
  while (site.public_url.ends_with('/')) site.public_url.pop_back();
  return serve([&] { return web::open_index(index); }, options, site);
}
