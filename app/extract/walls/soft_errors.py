"""What pages say that stand for an error, sent as if nothing were wrong (200 OK): nothing is there, or not now.

Addresses that died years ago are sent on to such pages, and so are whole sites whose name is for sale. As in the
other tables of signs, words are in small letters with straight apostrophes.
"""

from app.extract.walls import further_languages as further

# Whole titles and headlines of pages in the place of one that is not there, or of a site that is none any longer.
GONE_TITLES = (
    "future home of something quite cool",
    "video unavailable", "video not found", "this video is unavailable", "video nicht verfügbar",
    "article not found", "blog has been removed", "blog not found", "content not found", "domain expired",
    "domain has expired", "post not found", "story not found", "this blog has been removed",
    "this domain has expired", "website expired", "domain abgelaufen", "404", "404 error", "404 not found",
    "404 page not found", "404: not found", "404: page not found", "account suspended", "domain for sale",
    "domain parked", "error 404", "error: page not found", "file not found", "not found", "oops! page not found",
    "oops, page not found", "page does not exist", "page doesn't exist", "page no longer exists",
    "page not found", "page not found (404)", "parked domain", "site not found", "site suspended",
    "sorry, page not found", "sorry, this page isn't available", "the page cannot be found",
    "the page could not be found", "this account has been suspended", "this domain is for sale",
    "this page could not be found", "this page does not exist", "this page doesn't exist",
    "we can't find that page", "we couldn't find that page", "website suspended", "diese seite existiert nicht",
    "fehler 404", "seite nicht gefunden", "seite nicht vorhanden", "cette page n'existe pas", "erreur 404",
    "page introuvable", "page non trouvée", "la página no existe", "página no encontrada", "erro 404",
    "página não encontrada", "errore 404", "pagina non trovata", "pagina niet gevonden", "sidan finns inte",
    "sidan hittades inte", "sidan kunde inte hittas", "siden blev ikke fundet", "siden ble ikke funnet",
    "siden finnes ikke", "sivua ei löydy", "sivua ei löytynyt", "nie znaleziono strony", "strona nie istnieje",
    "strona nie została znaleziona", "stránka nebyla nalezena", "stránka nenalezena", "stránka neexistuje",
    "az oldal nem található", "pagina nu a fost găsită", "sayfa bulunamadı",
    "η σελίδα δεν βρέθηκε", "ошибка 404", "страница не найдена",
    "страница не существует", "сторінку не знайдено",
    "ページが見つかりません", "ページが見つかりませんでした", "找不到页面", "找不到頁面", "页面不存在",
    "页面未找到", "頁面不存在", "페이지를 찾을 수 없습니다", "الصفحة غير موجودة", "העמוד לא נמצא",
    *further.GONE_TITLES,
)  # fmt: skip

# What such pages say besides.
GONE_PHRASES = (
    "site owner, log in to launch this site",
    "has been removed by the uploader", "video has been removed", "video is no longer available",
    "video is private", "video isn't available any", "is parked free", "video wurde entfernt",
    "blog has been deleted", "blog has been removed", "blog you were looking for", "if you are the owner, please",
    "renew it with your", "renew the domain", "this address is not available for new",
    "article could not be found", "article is no longer available", "article you are looking for",
    "can't find that page", "can't find the page", "cannot find the page", "could not find that page",
    "could not find the page", "couldn't find that page", "couldn't find the page", "has been moved or deleted",
    "has been moved or removed", "may be broken, or the page may have been removed", "may have been moved",
    "might have been moved", "might have been removed", "no longer exists", "page can't be found",
    "page cannot be found", "page could not be found", "page couldn't be found", "page does not exist",
    "page doesn't exist", "page has been removed", "page is no longer available", "page you are looking for",
    "page you have requested", "page you requested", "page you tried to", "page you were looking for",
    "page you're looking for", "requested page could not", "requested url was not found", "you may have mistyped",
    "was not found on this server", "account has been suspended", "buy this domain",
    "contact your hosting provider", "domain has expired", "domain is for sale", "domain is parked",
    "domain may be for sale", "domain name has expired", "domain name is for sale",
    "sponsored listings displayed above", "the domain owner maintain", "website has been suspended",
    "die angeforderte seite", "die gesuchte seite", "diese seite existiert nicht", "domain steht zum verkauf",
    "seite konnte nicht gefunden", "seite wurde nicht gefunden", "domaine est à vendre", "cette page n'existe",
    "la page demandée", "page que vous cherchez", "page que vous recherchez", "dominio está en venta",
    "ha sido eliminada", "la página que busca", "la página solicitada", "a página que procura",
    "a página que você", "domínio está à venda", "dominio è in vendita", "la pagina che cerchi",
    "la pagina richiesta", "pagina che stai cercando", "de pagina die je zoekt", "de pagina die u zoekt",
    "domein is te koop", "domeinnaam is te koop", "pagina bestaat niet", "sidan du letar efter", "sidan du söker",
    "siden du leder efter", "siden du leter etter", "siden du prøver", "etsimääsi sivua",
    "strona, której szukasz", "domena jest na sprzedaż", "stránka, kterou hledáte", "požadovaná stránka",
    "a keresett oldal", "pagina pe care o cauți", "aradığınız sayfa", "η σελίδα που ζητήσατε",
    "домен продается", "домен продаётся",
    "запрашиваемая страница", "страница была удалена",
    "страница не найдена", "страница, которую вы",
    "такой страницы", "сторінка, яку ви", "お探しのページ", "ページは存在しない",
    "ページは削除", "您访问的页面", "您要访问的页面", "您要查看的页面", "该页面不存在", "页面已删除", "域名出售",
    "요청하신 페이지", "찾으시는 페이지", "الصفحة التي تبحث", "הדף שחיפשת", *further.GONE_PHRASES,
)  # fmt: skip

# The same of a site in which something is broken.
FAILING_TITLES = (
    "500", "500 error", "500 internal server error", "502 bad gateway", "503 service unavailable",
    "504 gateway time-out", "504 gateway timeout", "application error", "bad gateway", "database error",
    "error establishing a database connection", "internal server error", "runtime error", "server error",
    "server error in '/' application", "service unavailable", "something went wrong", "wordpress › error",
    "interner serverfehler", "erreur interne du serveur", "erreur serveur", "error interno del servidor",
    "erro interno do servidor", "errore interno del server", "interne serverfout", "wewnętrzny błąd serwera",
    "внутренняя ошибка сервера", "服务器错误", "服务器内部错误", "サーバーエラー", "서버 오류",
)  # fmt: skip
FAILING_PHRASES = (
    "been a critical error on this website", "critical error on your website", "establishing a database connection",
    "could not connect to the database", "internal server error", "an application error occurred",
    "application error has occurred", "the server encountered an internal error", "something went wrong on our end",
    "exception of type", "unhandled exception occurred", "fatal error: uncaught", "fatal error: allowed memory",
    "sqlstate[", "es gab einen kritischen fehler auf", "fehler beim aufbau einer datenbankverbindung",
    "une erreur critique sur ce site", "connexion à la base de données", "error crítico en esta web",
    "error crítico en este sitio", "conexión con la base de datos", "erro crítico neste site",
    "conexão com o banco de dados", "errore critico sul tuo sito", "connessione al database",
    "een kritieke fout op deze site", "błąd krytyczny na tej", "połączenia z bazą danych",
    "на сайте возникла критическая", "соединения с базой данных", "このサイトで重大なエラー",
    "oprettelse af databaseforbindelse", "upprättande av databasanslutning", "opprette forbindelse til databasen",
    "tietokantayhteyden muodosta", "navazování spojení s databází", "spojenia s databázou", "adatbázis-kapcsolat",
    "conectarea la baza de date", "veritabanı bağlantısı kurul", "σύνδεση με τη βάση δεδομένων",
    "데이터베이스 연결 중",
    "الاتصال بقاعدة البيانات", "חיבור לבסיס הנתונים", "з'єднання з базою даних", "データベース接続確立エラー",
    "此站点遇到了致命错误", "建立数据库连接时出错",
)  # fmt: skip

# The same of a site that was asked too often.
LIMIT_TITLES = (
    "429", "429 too many requests", "error 429", "rate limit exceeded", "slow down", "too many requests",
    "zu viele anfragen", "trop de requêtes", "demasiadas peticiones", "demasiadas solicitudes",
    "muitas solicitações", "troppe richieste", "te veel verzoeken", "zbyt wiele żądań", "访问过于频繁",
)  # fmt: skip
LIMIT_PHRASES = (
    "exceeded the number of requests", "exceeded the rate limit", "exceeded your request limit",
    "have exceeded the limit of requests", "made too many requests", "making too many requests",
    "received too many requests", "seen too many requests", "sent too many requests", "too many requests from",
    "wait a few minutes and try again", "wait a while and try again", "zu viele anfragen von",
    "trop de requêtes depuis", "demasiadas peticiones desde", "demasiadas solicitudes desde",
    "muitas solicitações", "troppe richieste", "te veel verzoeken", "zbyt wiele żądań", "访问过于频繁",
    "请求过于频繁", "リクエストが多すぎ",
)  # fmt: skip
